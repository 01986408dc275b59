/** What is printed as it was typed, raw HTML and marks without their pair: whoever typed it should know. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { withoutCode } from '../../model/mentions.ts';
import { placeWithin } from '../../model/place.ts';
import { shorten } from '../field-words.ts';
import { type Field, fieldsOf, type RuleContext } from './rule.ts';

/**
 * What a browser would take for a tag, a comment or a declaration. A name must end as names of tags
 * do, so that `<https://…>` and `<desk@example.org>` stay links; a tag that is never closed counts
 * where it could do harm. `](<…` holds an address. Source: HTML, chapter 13.2.5 (tokenization).
 */
const tag =
  /(?<!\]\()<(?:\/?[a-z][a-z0-9-]*(?=[\s/>])[^<>]*>|(?:script|style|iframe|object|embed|svg|img|link|meta|base|form)\b[^<>\n]*|!--|!doctype\b[^<>\n]*|!\[cdata\[|\?[a-z])/gi;

/** `&nbsp;`: in a text field it is not read, in Markdown it is. */
const reference = /&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]+);/gi;

/** Marks of bold and of struck words, where they are no line across the page. */
const pairs = [/\*\*/g, /~~/g];
const line = /^[ \t]*(?:\*[ \t]*){3,}$/gm;

/** records → `markup-inert`, `markup-unclosed`. */
export function checkMarkup(context: RuleContext): Diagnostic[] {
  const inText = fieldsOf(context, 'text').flatMap((field) => [
    ...matches(field, field.leaf.value, tag),
    ...matches(field, field.leaf.value, reference),
  ]);
  const inMarkdown = fieldsOf(context, 'markdown').flatMap((field) =>
    field.leaf.value.includes('<') ? matches(field, withoutCode(field.leaf.value), tag) : [],
  );
  const unclosed = fieldsOf(context, 'markdown').flatMap((field) =>
    /\*\*|~~/.test(field.leaf.value) ? unpaired(field) : [],
  );
  return [...inText, ...inMarkdown, ...unclosed];
}

/** A pair stands in one paragraph; of an odd number, the last is the one too many. */
function unpaired({ entry, leaf }: Field): Diagnostic[] {
  const text = withoutCode(leaf.value).replace(line, (found) => ' '.repeat(found.length));
  const paragraphs = [...text.matchAll(/(?:(?!\n[ \t]*\r?\n)[\s\S])+/g)];
  return paragraphs.flatMap(({ 0: paragraph, index: start }) =>
    pairs.flatMap((pair): Diagnostic[] => {
      const marks = [...paragraph.matchAll(pair)];
      const last = marks.at(-1);
      if (last === undefined || marks.length % 2 === 0) return [];
      const at = start + last.index;
      const place = placeWithin(entry, leaf.path, at, at + last[0].length);
      return [diagnose('markup-unclosed', { mark: last[0] }, place)];
    }),
  );
}

function matches({ entry, leaf }: Field, text: string, pattern: RegExp): Diagnostic[] {
  if (!/[<&]/.test(text)) return [];
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => {
    const place = placeWithin(entry, leaf.path, index, index + found.length);
    return diagnose('markup-inert', { tag: shorten(found) }, place);
  });
}
