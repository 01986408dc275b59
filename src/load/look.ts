/** How a document's pages look: the template's styles, the office's theme, the fonts its text needs. */
import type { Root } from 'mdast';
import type { DocumentMeta, Look, Paper } from '../model/document.ts';
import type { ReadonlyFiles } from '../model/host.ts';
import type { Selected } from '../model/stages.ts';
import type { TemplateBundle } from '../model/template.ts';
import { loadFonts } from './fonts.ts';

export interface LookOptions {
  readonly selected: Selected;
  /** From the command line; before the office's own setting. */
  readonly paper: Paper | undefined;
}

/** shipped files, template, composed text → look. */
export async function loadLook(
  shipped: ReadonlyFiles,
  template: TemplateBundle,
  text: { readonly tree: Root; readonly meta: DocumentMeta },
  { selected, paper }: LookOptions,
): Promise<Look> {
  const [publisher] = selected.records.publisher.values();
  const theme = publisher?.data.theme ?? {};
  const { lang } = text.meta;
  const fonts = await loadFonts(shipped, { lang, codePoints: codePointsOf(text) });
  return {
    paper: paper ?? theme.paper ?? 'A4',
    page: template.page,
    screenCss: template.screenCss,
    printCss: template.printCss,
    fonts,
    theme: Object.fromEntries(Object.entries(theme).filter(([key]) => key !== 'paper')) as Readonly<
      Record<string, string>
    >,
  };
}

/** Every character of the document: the tree, and the meta that stands around it. */
function codePointsOf(text: { readonly tree: Root; readonly meta: DocumentMeta }): Set<number> {
  const codePoints = new Set<number>();
  const add = (value: unknown): void => {
    if (typeof value === 'string') {
      for (const character of value) codePoints.add(character.codePointAt(0) ?? 0);
    } else if (typeof value === 'object' && value !== null) {
      for (const child of Object.values(value)) add(child);
    }
  };
  add(text.meta);
  add(text.tree.children);
  return codePoints;
}
