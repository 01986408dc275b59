/** What an editor says of a field besides its description: how its kind of text is written. */
import type { LeafType } from '../../../model/schema/leaf.ts';

/** purpose of a field → a sentence on how to write it, or undefined where there is nothing to add. */
export function purposeOf(leaf: LeafType): string | undefined {
  switch (leaf) {
    case 'markdown':
      return 'Markdown: cite with [@source-id, p. 3], refer with [](#id)';
    case 'url':
      return 'An address that starts with https://, http:// or mailto:';
    case 'path':
      return 'Starts at the folder of the project and uses /';
    case 'reference':
      return 'Its id';
    case 'text':
    case 'date':
    case 'keyword':
      return undefined;
  }
}

/** purpose, description → examples; those in the description itself stand after a colon there. */
export function examplesOf(
  leaf: LeafType,
  description: string | undefined,
): readonly string[] | undefined {
  switch (leaf) {
    case 'date':
      return ['2025-06-14', '2025-06', '2025', '2025-06-14/2025-06-20'];
    case 'url':
      return ['https://example.org/report'];
    case 'markdown':
      return ['Channels were removed in one day [@source-id, p. 3].'];
    case 'path':
      return ['data/series/counts.csv'];
    case 'text':
    case 'keyword':
      return namedIn(description);
    case 'reference':
      return undefined;
  }
}

/** `Language, as a BCP 47 tag: en-GB, fr, ar` → its three tags. */
function namedIn(description: string | undefined): readonly string[] | undefined {
  const list = /: ([^:]+)$/.exec(description ?? '')?.[1]?.split(', ') ?? [];
  const isPlain = list.length > 0 && list.every((item) => /^[\w+/ -]{1,24}$/.test(item));
  return isPlain ? list : undefined;
}
