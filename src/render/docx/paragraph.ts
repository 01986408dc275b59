/** A paragraph of Word, with what follows from where it stands. */
import { type IParagraphOptions, Paragraph } from 'docx';
import type { PhrasingContent } from 'mdast';
import { bookmark } from './bookmark.ts';
import type { Context, Inline, Place } from './context.ts';
import { inline } from './inline.ts';

/** context, words, place, what is special about it → the paragraph, with bookmarks of what starts there. */
export function paragraphOf(
  context: Context,
  words: readonly PhrasingContent[],
  place: Place,
  special: IParagraphOptions = {},
): Paragraph {
  return paragraphFrom(context, inline(context, words, place.voice), place, special);
}

/** The same from runs that are made already. */
export function paragraphFrom(
  context: Context,
  runs: readonly Inline[],
  place: Place,
  special: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({
    ...(place.style === undefined ? {} : { style: place.style }),
    ...(place.voice.dir === 'rtl' ? { bidirectional: true } : {}),
    ...(place.indent === 0 ? {} : { indent: { start: place.indent } }),
    ...(place.keepNext === true ? { keepNext: true } : {}),
    ...special,
    children: [...place.anchors.flatMap((anchor) => bookmark(context, anchor)), ...runs],
  });
}
