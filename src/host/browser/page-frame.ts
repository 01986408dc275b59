/**
 * Briefs of one office share their style sheets and fonts, which take a browser longest to read. So a
 * page is seen as a frame with three openings, and a tab that shows the same frame is given only what
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

/** Start of the page, its head up to the title, the rest of the head, what comes before the body. */
const opening =
  /^(<!DOCTYPE html>\s*)(<html(?:\s[^>]*)?>)(\s*<head>[\s\S]*?<title>)([^<]*)(<\/title>[\s\S]*?<\/head>\s*)(<body(?:\s[^>]*)?>)/;

/** The last of several sheets: no sheet holds the end of its own element. */
const lastSheet = /^([\s\S]*<\/style>\s*<style>)([^<]*)(<\/style>[\s\S]*)$/;

/** What is fetched or started when it is parsed, and cannot be waited for as pictures can. */
const living =
  /<(?:audio|embed|frame|iframe|image|link|meta|object|picture|script|style|video)\b|url\(/i;

/** HTML → its frame and what stands in it; undefined where it is of another kind. */
export function framedPage(html: string): FramedPage | undefined {
  const start = opening.exec(html);
  if (start === null) return undefined;
  const [all, doctype = '', htmlTag = '', head = '', title = '', rest = '', bodyTag = ''] = start;
  const sheets = lastSheet.exec(rest);
  const bodyEnd = html.lastIndexOf('</body>');
  const body = html.slice(all.length, bodyEnd);
  if (sheets === null || bodyEnd < all.length || living.test(body)) return undefined;
  const [, before = '', styles = '', after = ''] = sheets;
  return {
    frame: [doctype, head, before, after, html.slice(bodyEnd)].join('\0'),
    parts: { tags: htmlTag + bodyTag, title, styles, body },
  };
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
