/** Raw HTML: it is printed as text, so whoever typed it should know. */
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

/** records → `markup-inert`. */
export function checkMarkup(context: RuleContext): Diagnostic[] {
  const inText = fieldsOf(context, 'text').flatMap((field) => [
    ...matches(field, field.leaf.value, tag),
    ...matches(field, field.leaf.value, reference),
  ]);
  const inMarkdown = fieldsOf(context, 'markdown').flatMap((field) =>
    field.leaf.value.includes('<') ? matches(field, withoutCode(field.leaf.value), tag) : [],
  );
  return [...inText, ...inMarkdown];
}

function matches({ entry, leaf }: Field, text: string, pattern: RegExp): Diagnostic[] {
  if (!/[<&]/.test(text)) return [];
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => {
    const place = placeWithin(entry, leaf.path, index, index + found.length);
    return diagnose('markup-inert', { tag: shorten(found) }, place);
  });
}
