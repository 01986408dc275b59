/** The headings of a page as they were written, for bookmarks that Chromium got wrong. */
import { rightToLeftLetter } from '../../model/direction.ts';

/** HTML as our renderer writes it → the text of its headings, in order. */
export function headingTexts(html: string): readonly string[] {
  return [...html.matchAll(/<h([1-6])\b[^>]*>(.*?)<\/h\1>/gs)].map(([, , inner = '']) =>
    inner
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/**
 * A bookmark's title, headings → the heading with the same letters, else the title. Chromium drops the
 * space where a heading's line was broken, and puts words from right to left together as they are
 * painted, last word first.
 */
export function asWritten(title: string, headings: readonly string[]): string {
  if (headings.includes(title)) return title;
  const order = rightToLeftLetter.test(title) ? sorted : inOrder;
  const wanted = order(title);
  return headings.find((heading) => order(heading) === wanted) ?? title;
}

function inOrder(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}\p{M}\p{S}]/gu, '')
    .toUpperCase();
}

function sorted(text: string): string {
  return [...inOrder(text)].sort().join('');
}
