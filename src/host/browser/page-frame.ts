/**
 * Briefs of one office share their style sheets and fonts, which take a browser longest to read. So a
 * page is seen as a frame with openings, and a tab that shows the same frame is given only what
 * belongs into these. What can stand in no frame is loaded as a whole; see `Tab`.
 */

/** A page as our renderer writes it for print. */
export interface FramedPage {
  /** The page without all that follows, in one string, to be compared. */
  readonly frame: string;
  readonly parts: {
    /** Start tags of `html` and `body`. */
    readonly tags: string;
    /** Inner HTML of `title`. */
    readonly title: string;
    /** Text of the last of several `style` elements of the head. */
    readonly styles: string;
    /** Inner HTML of `body`. */
    readonly body: string;
  };
}

/** What is fetched or started when it is parsed, and cannot be waited for as pictures can. */
const living =
  /<(?:audio|embed|frame|iframe|image|link|meta|object|picture|script|style|video)\b|url\(/i;

/** HTML → its frame and what stands in it; undefined where it is of another kind. */
export function framedPage(html: string): FramedPage | undefined {
  const top = /^(<!DOCTYPE html>\s*)(<html(?:\s[^>]*)?>)\s*<head>/.exec(html);
  const headEnd = html.indexOf('</head>');
  const title = between(html, '<title>', '</title>', headEnd);
  const sheet = lastSheet(html, headEnd);
  bodyTag.lastIndex = headEnd;
  const tag = bodyTag.exec(html)?.[1];
  const bodyStart = bodyTag.lastIndex;
  const bodyEnd = html.lastIndexOf('</body>');
  if (top === null || title === undefined || sheet === undefined || tag === undefined) {
    return undefined;
  }
  const [, doctype = '', htmlTag = ''] = top;
  const body = html.slice(bodyStart, bodyEnd);
  if (title.end > sheet.start || bodyEnd < bodyStart || living.test(body)) return undefined;
  return {
    frame: [
      doctype,
      html.slice(doctype.length + htmlTag.length, title.start),
      html.slice(title.end, sheet.start),
      html.slice(sheet.end, bodyStart - tag.length),
      html.slice(bodyEnd),
    ].join('\0'),
    parts: {
      tags: htmlTag + tag,
      title: html.slice(title.start, title.end),
      styles: html.slice(sheet.start, sheet.end),
      body,
    },
  };
}

/** The end of the head, and nothing but the start of the body after it. */
const bodyTag = /<\/head>\s*(<body(?:\s[^>]*)?>)/y;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What stands between two tags, without another tag in it. */
function between(html: string, open: string, close: string, limit: number): Stretch | undefined {
  const start = html.indexOf(open) + open.length;
  const end = html.indexOf('<', start);
  const isFound = start >= open.length && html.startsWith(close, end) && end < limit;
  return isFound ? { start, end } : undefined;
}

/** The last of several style sheets, one directly after the other. */
function lastSheet(html: string, limit: number): Stretch | undefined {
  const end = html.lastIndexOf('</style>', limit);
  const start = html.lastIndexOf('<', end - 1) + '<style>'.length;
  const isSheet = end > 0 && html.startsWith('<style>', start - '<style>'.length);
  const before = html.slice(0, Math.max(0, start - '<style>'.length)).trimEnd();
  return isSheet && before.endsWith('</style>') ? { start, end } : undefined;
}

/** What the page runs to take another one's place: an expression, its value a promise. */
export function fillingScript({ parts }: FramedPage): string {
  return `(async ({ tags, title, styles, body }) => {
    const made = new DOMParser().parseFromString(tags, 'text/html');
    for (const which of ['documentElement', 'body']) {
      const element = document[which];
      for (const { name } of [...element.attributes]) element.removeAttribute(name);
      for (const { name, value } of made[which].attributes) element.setAttribute(name, value);
    }
    document.querySelector('title').innerHTML = title;
    [...document.head.querySelectorAll('style')].at(-1).textContent = styles;
    document.body.innerHTML = body;
    await Promise.allSettled([...document.images].map((image) => image.decode()));
  })(${JSON.stringify(parts)})`;
}
