/** How many columns of a terminal a text takes. */
import { lazy } from '../../model/lazy.ts';

/** text → columns. A letter with its marks counts once; wide letters and pictures count twice. */
export function displayWidth(text: string): number {
  // Almost everything is plain Latin, for which no segmenter is needed.
  if (/^[\u0020-\u007E\u00A1-\u02FF]*$/.test(text)) return text.length;
  let width = 0;
  for (const segment of graphemesIn(text)) width += isWide(segment) ? 2 : 1;
  return width;
}

/** text → what a reader takes for one letter each, in order. */
export function* graphemesIn(text: string): Generator<string> {
  for (const { segment } of segmenter().segment(text)) yield segment;
}

/** Made by need: that takes 10 ms. */
const segmenter = lazy(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

// Source: UAX #11 (East Asian Width), the blocks that are Wide or Fullwidth; emoji as terminals draw them.
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;

function isWide(segment: string): boolean {
  return wide.test(segment);
}
