/** Puts what the engine printed into the places that were kept for it. */
import type { PhrasingContent } from 'mdast';
import type { Printed } from './engine.ts';
import type { FoundCitation } from './found.ts';
import { type InlineOptions, toInline } from './inline.ts';
import { linkFields, linkTitles } from './link-entries.ts';
import { readMarked } from './marked.ts';

export interface FillOptions {
  readonly isNoteStyle: boolean;
  readonly languageOf: InlineOptions['languageOf'];
  /** Whether there is a list that citations can lead to. */
  readonly mayLink: boolean;
}

/** citations with their places, what was printed of them; the places are changed. */
export function fillPlaces(
  citations: readonly FoundCitation[],
  printed: Printed,
  { isNoteStyle, languageOf, mayLink }: FillOptions,
): void {
  const link = isNoteStyle ? linkTitles : linkFields;
  const numbers = new Map(printed.entries.map(({ id }, index) => [id, index + 1]));
  for (const [index, citation] of citations.entries()) {
    const { place, isLast } = citation;
    const ids = citation.items.map((item) => item.id);
    const marked = readMarked(printed.citations[index] ?? '');
    const linked = mayLink && citation.mayLink ? link(marked, ids, numbers) : marked;
    const nodes = toInline(linked, { languageOf, mayLink: citation.mayLink });
    const isInSentence = isNoteStyle && place.type === 'phrase' && !isLast;
    place.children = isInSentence ? withoutFullStop(nodes) : nodes;
  }
}

/** A note style ends every citation with a full stop; in the middle of a note it has no business. */
function withoutFullStop(nodes: PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text' || !last.value.endsWith('.')) return nodes;
  return nodes.with(-1, { ...last, value: last.value.slice(0, -1) });
}
