/**
 * Makes Markdown safe to search with patterns: everything that is code, and every escaped character,
 * becomes U+FFFC, one for one, so that offsets stay true. No parser; containers are seen by their
 * marks alone. Indented code is left in, as it looks like the inside of a list.
 */

/** Stands for each UTF-16 unit of code and of an escape. */
export const blank = '\uFFFC';

/** Markdown → text of the same length in which code spans, fenced code and escapes are blank. */
export function withoutCode(markdown: string): string {
  // Most fields hold none of what any of it is made of.
  if (!/[`\\>]|~~~/.test(markdown)) return markdown;
  return blankSpans(blankFences(markdown)).replace(/^[ \t]*(?:>[ \t]?)+/gm, spaces);
}

/** Fences as CommonMark 0.31.2 §4.5 has them; an unclosed one runs to the end. */
function blankFences(markdown: string): string {
  let fence: string | undefined;
  return markdown
    .split(/(?<=\n)/)
    .map((line) => {
      const mark = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)/s.exec(line);
      const [, run = '', rest = ''] = mark ?? [];
      if (fence === undefined) {
        if (run === '' || (run.startsWith('`') && rest.includes('`'))) return line;
        fence = run;
      } else if (run.startsWith(fence) && rest.trim() === '') {
        fence = undefined;
      }
      return line.replace(/[^\r\n]/g, blank);
    })
    .join('');
}

/** Code spans and escapes, from left to right: an escaped backtick opens no span. */
function blankSpans(markdown: string): string {
  return markdown.replace(
    /\\[!-/:-@[-`{-~]|(`+)(?!`)((?:(?!\n[ \t]*\r?\n)[\s\S])*?[^`])\1(?!`)|`+/g,
    (found, run: string | undefined) =>
      run === undefined && found.startsWith('`') ? found : found.replace(/[^\r\n]/g, blank),
  );
}

function spaces(found: string): string {
  return ' '.repeat(found.length);
}
