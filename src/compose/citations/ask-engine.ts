/** What was found in the tree → what the engine is asked, and its answers in the order of the tree. */

import { rememberFor } from '../../model/remember.ts';
import { cslItem, engineItem, type Source } from './csl-item.ts';
import { type EngineCitation, type Printed, printCitations } from './engine.ts';
import type { FoundCitation } from './found.ts';
import { localeFor } from './locale.ts';
import { shield } from './marked.ts';
import type { CitationStyle } from './style.ts';

export interface AskOptions {
  readonly style: CitationStyle;
  /** Canonical BCP 47 tag of the brief. */
  readonly lang: string;
  readonly sources: ReadonlyMap<string, Source>;
  readonly readShipped: (path: string) => Promise<string>;
}

/** citations in reading order, sources to list besides → what is printed. Throws `CitationStyleError`. */
export async function askEngine(
  citations: readonly FoundCitation[],
  uncited: readonly string[],
  { style, lang, sources, readShipped }: AskOptions,
): Promise<Printed> {
  const cited = citations.flatMap(({ items }) => items.map((item) => item.id));
  const items = [...new Set([...cited, ...uncited])].flatMap((id) => {
    const source = sources.get(id);
    return source === undefined ? [] : [[id, itemOf(source, id)] as const];
  });
  const locale = await localeFor(lang, readShipped);
  const asked = citations.map((citation) => asEngineCitation(citation, style, lang));
  // The engine wants notes in their order, and a note may cite after the text has gone on.
  const order = [...asked.keys()].sort((a, b) => noteOf(asked[a]) - noteOf(asked[b]));
  const printed = printCitations(
    { style: style.root, locale, lang, items: new Map(items) },
    order.flatMap((index) => asked[index] ?? []),
    uncited,
  );
  const texts = new Map(order.map((index, place) => [index, printed.citations[place] ?? '']));
  return { ...printed, citations: [...asked.keys()].map((index) => texts.get(index) ?? '') };
}

/** The same source is the same item, so that the engine knows it again. */
const itemOf = rememberFor((source: Source, id: string) => engineItem(cslItem(id, source)));

function noteOf(citation: EngineCitation | undefined): number {
  return citation?.note ?? 0;
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
