/**
 * Citations: `[@id, p. 3]` in the text of a brief → notes or author and date by a CSL style, and a
 * list of what is cited and nothing else. A brief that cites nothing loads neither style nor engine.
 */
import type { FootnoteDefinition, ListItem, PhrasingContent, Root } from 'mdast';
import { diagnose } from '../../model/diagnostic.ts';
import type { CslItem } from '../../model/document.ts';
import type { Outcome } from '../../model/outcome.ts';
import { hasRegion, placeBackMatter } from './back-matter.ts';
import {
  bibliographyItem,
  type CitationLabels,
  englishCitationLabels,
  placesOf,
} from './bibliography.ts';
import { type Collected, collectCitations, type FoundCitation, hasCitations } from './collect.ts';
import { cslItem, engineItem, type Source } from './csl-item.ts';
import { CitationStyleError, type EngineCitation, type Printed, printCitations } from './engine.ts';
import { toInline } from './inline.ts';
import { linkFields, linkTitles } from './link-entries.ts';
import { canonicalTag, localeFor } from './locale.ts';
import { readMarked, shield } from './marked.ts';
import { type CitationStyle, readStyle } from './style.ts';
import { titleLanguage } from './title-language.ts';

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
  const also = (options.alsoCited ?? []).filter((id) => options.sources.has(id));
  const isCiting = also.length > 0 || hasCitations(tree);
  const style = isCiting ? await readStyle(options.style, options.readShipped) : undefined;
  const found = collectCitations(tree, {
    isNoteStyle: style?.value?.isNoteStyle ?? true,
    sources: options.sources,
  });
  const diagnostics = [...found.diagnostics, ...(style?.diagnostics ?? [])];
  const uncited = [...new Set([...found.linked.keys(), ...also])];
  const isPrinted = found.citations.length > 0 || uncited.length > 0;
  const works = { references: [], items: [] };
  if (!isPrinted || style?.value === undefined) {
    const value = { ...works, notes: found.notes };
    placeBackMatter(tree, value);
    return { value, diagnostics };
  }
  try {
    const printed = await print(found, uncited, style.value, options);
    const mayLink = style.value.hasBibliography && hasRegion(tree, 'references');
    fillPlaces(found.citations, printed, { ...options, mayLink, style: style.value });
    const value = { notes: found.notes, ...listWorks(found, printed, options) };
    placeBackMatter(tree, value);
    return { value, diagnostics };
  } catch (error) {
    if (!(error instanceof CitationStyleError)) throw error;
    const failed = diagnose('citation-failed', { problem: error.message });
    return { value: { ...works, notes: found.notes }, diagnostics: [...diagnostics, failed] };
  }
}

async function print(
  { citations, linked }: Collected,
  uncited: readonly string[],
  style: CitationStyle,
  { lang, sources, readShipped }: CitationOptions,
): Promise<Printed> {
  const cited = citations.flatMap(({ items }) => items.map((item) => item.id));
  const ids = new Set([...cited, ...uncited, ...linked.keys()]);
  const items = [...sources].flatMap(([id, source]) =>
    ids.has(id) ? [[id, engineItem(cslItem(id, source))] as const] : [],
  );
  const locale = await localeFor(lang, readShipped);
  const asked = citations.map((citation) => asEngineCitation(citation, style, lang));
  // The engine wants notes in their order, and a note may cite after the text has gone on.
  const order = asked.map((_, index) => index).sort((a, b) => noteOf(asked, a) - noteOf(asked, b));
  const printed = printCitations(
    { style: style.root, locale, lang, items: new Map(items) },
    order.flatMap((index) => asked[index] ?? []),
    uncited,
  );
  const texts = new Map(order.map((index, place) => [index, printed.citations[place] ?? '']));
  return { ...printed, citations: asked.map((_, index) => texts.get(index) ?? '') };
}

function noteOf(citations: readonly EngineCitation[], index: number): number {
  return citations[index]?.note ?? 0;
}

function asEngineCitation(
  { items, note, place }: FoundCitation,
  { isNoteStyle }: CitationStyle,
  lang: string,
): EngineCitation {
  const isWholeNote = place.type === 'paragraph';
  return {
    note: isNoteStyle ? note : 0,
    items: items.map((item, index) => {
      const { id, locator, suffix, suppressAuthor } = item;
      const prefix = isWholeNote && index === 0 ? capitalised(item.prefix, lang) : item.prefix;
      return {
        id,
        ...(prefix === '' ? {} : { prefix: `${shield(prefix)} ` }),
        ...(locator === undefined ? {} : { label: locator.label, locator: shield(locator.value) }),
        ...(suffix === '' ? {} : { suffix: shield(suffix) }),
        ...(suppressAuthor ? { 'suppress-author': true } : {}),
      };
    }),
  };
}

/** A note begins like a sentence: "See". */
function capitalised(text: string, lang: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(lang) + text.slice(first.length);
}

interface FillOptions extends Omit<CitationOptions, 'style'> {
  readonly style: CitationStyle;
  /** Whether there is a list that citations can lead to. */
  readonly mayLink: boolean;
}

function fillPlaces(
  citations: readonly FoundCitation[],
  printed: Printed,
  { lang, sources, style, mayLink }: FillOptions,
): void {
  const numbers = new Map(printed.entries.map(({ id }, index) => [id, index + 1]));
  for (const [index, citation] of citations.entries()) {
    const ids = citation.items.map((item) => item.id);
    const marked = readMarked(printed.citations[index] ?? '');
    const link = style.isNoteStyle ? linkTitles : linkFields;
    const linked = mayLink && citation.mayLink ? link(marked, ids, numbers) : marked;
    const nodes = toInline(linked, {
      languageOf: (id, part) => languageOf(sources, id, part, lang),
      mayLink: citation.mayLink,
    });
    const isInSentence = style.isNoteStyle && citation.place.type === 'phrase' && !citation.isLast;
    citation.place.children = isInSentence ? withoutFullStop(nodes) : nodes;
  }
}

function languageOf(
  sources: CitationOptions['sources'],
  id: string,
  part: Parameters<typeof titleLanguage>[1],
  lang: string,
) {
  const source = sources.get(id);
  return source === undefined ? undefined : titleLanguage(source, part, lang);
}

/** A note style ends every citation with a full stop; in the middle of a note it has no business. */
function withoutFullStop(nodes: PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text' || !last.value.endsWith('.')) return nodes;
  return nodes.with(-1, { ...last, value: last.value.slice(0, -1) });
}

function listWorks(
  { citations, linked }: Collected,
  printed: Printed,
  { lang, sources, labels = {} }: CitationOptions,
): Pick<Cited, 'references' | 'items'> {
  const words = { ...englishCitationLabels, ...labels };
  const languages = (id: string, part: Parameters<typeof titleLanguage>[1]) =>
    languageOf(sources, id, part, lang);
  const entries = printed.entries.filter(({ id }) => sources.has(id));
  return {
    references: entries.map(({ id, text }) => {
      const nodes = toInline(readMarked(text.trim()), { languageOf: languages, mayLink: true });
      return bibliographyItem(id, nodes, placesOf(citations, linked, id), words);
    }),
    items: entries.flatMap(({ id }) => {
      const source = sources.get(id);
      return source === undefined ? [] : [cslItem(id, source)];
    }),
  };
}
