/**
 * A page in two: its style sheet, most of it fonts, and the rest. Hardly any change of a brief changes the
 * sheet, and three quarters of a page need not be sent and read again.
 */

/** A page without the style sheet of its head, and the sheet. */
export interface SplitPage {
  readonly html: string;
  readonly css: string;
}

/** A whole page → its two parts. No sheet of ours holds the end of its element, so it ends at the first. */
export function splitPage(page: string): SplitPage {
  const end = page.indexOf('</head>');
  const headEnd = end === -1 ? page.length : end;
  const sheets: string[] = [];
  const takeOut = (_: string, sheet: string) => {
    sheets.push(sheet);
    return '';
  };
  const head = page.slice(0, headEnd).replace(/<style\b[^>]*>([\s\S]*?)<\/style>/gi, takeOut);
  return { html: head + page.slice(headEnd), css: sheets.join('\n') };
}
