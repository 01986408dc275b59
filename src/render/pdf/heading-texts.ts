/** The headings of a page as they were written, for bookmarks that Chromium got wrong. */

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
 * A bookmark's title, headings → the heading with the same letters, where the title is in the order of
 * the page: Chromium puts words from right to left together as they are painted, last word first.
 */
export function inReadingOrder(title: string, headings: readonly string[]): string {
  if (!rightToLeft.test(title)) return title;
  return headings.find((heading) => lettersOf(heading) === lettersOf(title)) ?? title;
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

function lettersOf(text: string): string {
  return [...text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}]/gu, '')].sort().join('');
}
