/** Finds the citation style that a brief asks for, and refuses what is no style. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Outcome } from '../../model/outcome.ts';
import { type CslElement, childNamed, isXmlProblem, readCslXml } from './csl-xml.ts';

/** A style, ready for the engine. */
export interface CitationStyle {
  readonly root: CslElement;
  /** Notes, or citations in the text. Source: CSL 1.0.2, attribute `class`. */
  readonly isNoteStyle: boolean;
  readonly hasBibliography: boolean;
}

/** The styles that ship with the tool, by the name that `citations:` gives them. */
const shipped: ReadonlyMap<string, string> = new Map([
  ['notes', 'standards/styles/briefwright-notes.csl'],
  ['author-date', 'standards/styles/briefwright-author-date.csl'],
]);

/**
 * `notes`, `author-date`, or the text of a `.csl` file → style. Reports `citation-style-unknown`,
 * `citation-style-broken` and `citation-style-dependent`; the value is then undefined.
 */
export async function readStyle(
  style: string,
  readShipped: (path: string) => Promise<string>,
): Promise<Outcome<CitationStyle | undefined>> {
  const path = shipped.get(style);
  if (path === undefined && !/^\s*\uFEFF?</.test(style)) {
    return refused(diagnose('citation-style-unknown', { style }));
  }
  return readOnce(path === undefined ? style : await readShipped(path));
}

/** Every brief of an office asks for the same style. */
const styles = new Map<string, Outcome<CitationStyle | undefined>>();

function readOnce(xml: string): Outcome<CitationStyle | undefined> {
  const known = styles.get(xml) ?? readXml(xml);
  // While a style is being written, each of its versions is another one.
  if (styles.size >= mostStyles) styles.clear();
  styles.set(xml, known);
  return known;
}

const mostStyles = 8;

function readXml(xml: string): Outcome<CitationStyle | undefined> {
  const root = readCslXml(xml);
  if (isXmlProblem(root)) {
    return refused(diagnose('citation-style-broken', { problem: root.problem }));
  }
  if (root.name !== 'style') {
    return refused(diagnose('citation-style-broken', { problem: `it begins with <${root.name}>` }));
  }
  if (childNamed(root, 'citation') === undefined) {
    const parent = parentOf(root);
    return refused(
      parent === undefined
        ? diagnose('citation-style-broken', { problem: 'it says nothing about citations' })
        : diagnose('citation-style-dependent', { parent }),
    );
  }
  const value = {
    root,
    isNoteStyle: root.attrs.class === 'note',
    hasBibliography: childNamed(root, 'bibliography') !== undefined,
  };
  return { value, diagnostics: [] };
}

function refused(diagnostic: Diagnostic): Outcome<undefined> {
  return { value: undefined, diagnostics: [diagnostic] };
}

/** A dependent style only names the one that it is the same as. */
function parentOf(root: CslElement): string | undefined {
  const info = childNamed(root, 'info');
  const links = (info?.children ?? []).filter((child) => typeof child !== 'string');
  return links.find((link) => link.attrs.rel === 'independent-parent')?.attrs.href;
}
