/**
 * Citations: `[@id, p. 3]` in the text of a brief → notes or author and date by a CSL style, and a
 * list of what is cited and nothing else. A brief that cites nothing loads neither style nor engine.
 */
import type { FootnoteDefinition, ListItem, Root } from 'mdast';
import { diagnose } from '../../model/diagnostic.ts';
import type { CslItem } from '../../model/document.ts';
import type { Outcome } from '../../model/outcome.ts';
import { askEngine } from './ask-engine.ts';
import { hasRegion, placeBackMatter } from './back-matter.ts';
import {
  bibliographyItem,
  type CitationLabels,
  englishCitationLabels,
  placesOf,
} from './bibliography.ts';
import { collectCitations } from './collect.ts';
import { cslItem, type Source } from './csl-item.ts';
import { CitationStyleError, type Printed } from './engine.ts';
import { fillPlaces } from './fill-places.ts';
import { type Collected, hasCitations } from './found.ts';
import { type InlineOptions, toInline } from './inline.ts';
import { canonicalTag } from './locale.ts';
import { readMarked } from './marked.ts';
import { readStyle } from './style.ts';
import { titleLanguages } from './title-language.ts';
import { unlinkWorks } from './unlink-works.ts';

export interface CitationOptions {
  /** `notes`, `author-date`, or the text of an independent `.csl` style. */
  readonly style: string;
  /** BCP 47 tag of the brief. */
  readonly lang: string;
  /** Every source that this audience may see, by id. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Sources to list even where no text cites or links to them. */
  readonly alsoCited?: readonly string[];
  readonly labels?: Partial<CitationLabels>;
  /** Text of a file that ships with the tool, such as `standards/styles/briefwright-notes.csl`. */
  readonly readShipped: (path: string) => Promise<string>;
}

/** What was made of a brief's citations. All of it stands in the tree already. */
export interface Cited {
  /** Notes in order of their numbers; `data.id` is `note-<number>`. */
  readonly notes: readonly FootnoteDefinition[];
  /** Entries in the style's order; `data.id` is `ref-<id of the source>`. */
  readonly references: readonly ListItem[];
  /** The works cited as CSL-JSON, in order of the references. */
  readonly items: readonly CslItem[];
}

/**
 * tree, changed in place → what is cited. Citations become footnote references (`note-ref-3`) or
 * phrases with role `citation` (`cite-3`), authors' own notes are numbered among them, and the regions
 * `notes` and `references` are filled or removed. Reports `citation-unknown`, `citation-malformed`,
 * `citation-style-…` and `citation-failed`.
 */
export async function citeSources(tree: Root, given: CitationOptions): Promise<Outcome<Cited>> {
  const options = { ...given, lang: canonicalTag(given.lang) ?? 'en-GB' };
  const { sources, readShipped } = options;
  const also = (options.alsoCited ?? []).filter((id) => sources.has(id));
  const isCiting = also.length > 0 || hasCitations(tree);
  const read = isCiting ? await readStyle(options.style, readShipped) : undefined;
  const style = read?.value;
  const found = collectCitations(tree, { isNoteStyle: style?.isNoteStyle ?? true, sources });
  const diagnostics = [...found.diagnostics, ...(read?.diagnostics ?? [])];
  const uncited = [...new Set([...found.linked.keys(), ...also])];
  const isPrinted = found.citations.length > 0 || uncited.length > 0;
  let works: Pick<Cited, 'references' | 'items'> = { references: [], items: [] };
  if (isPrinted && style !== undefined) {
    try {
      const printed = await askEngine(found.citations, uncited, { ...options, style });
      const languageOf = titleLanguages(sources, options.lang);
      const mayLink = style.hasBibliography && hasRegion(tree, 'references');
      const { isNoteStyle } = style;
      fillPlaces(found.citations, printed, { isNoteStyle, languageOf, mayLink });
      works = listWorks(found, printed, { ...options, languageOf });
    } catch (error) {
      if (!(error instanceof CitationStyleError)) throw error;
      diagnostics.push(diagnose('citation-failed', { problem: error.message }));
    }
  }
  // A template without a list of references has nothing that a link to a work could lead to.
  if (!hasRegion(tree, 'references') || works.references.length === 0) unlinkWorks(tree);
  const value = { notes: found.notes, ...works };
  placeBackMatter(tree, value);
  return { value, diagnostics };
}

function listWorks(
  { citations, linked }: Collected,
  { entries }: Printed,
  { sources, labels, languageOf }: CitationOptions & Pick<InlineOptions, 'languageOf'>,
): Pick<Cited, 'references' | 'items'> {
  const words = { ...englishCitationLabels, ...labels };
  return {
    references: entries.map(({ id, text }) => {
      const nodes = toInline(readMarked(text.trim()), { languageOf, mayLink: true });
      return bibliographyItem(id, nodes, placesOf(citations, linked, id), words);
    }),
    items: entries.flatMap(({ id }) => {
      const source = sources.get(id);
      return source === undefined ? [] : [cslItem(id, source)];
    }),
  };
}
