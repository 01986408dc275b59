/**
 * Inline stretches with a role. Every role becomes a class; a few become an element that means the
 * same. Unknown roles are kept as a plain `span`.
 *
 * | role | shape | becomes |
 * | --- | --- | --- |
 * | `date` | `{datetime=2025-06}` | `time`, where the date is one that HTML knows |
 * | `marking` | the label as text | `strong.marking.marking-amber`, not to be translated |
 * | `foreign` | `{lang=ar dir=rtl}` | `i[lang][dir]` |
 * | `sic` | the words as the source has them | `span.sic` |
 * | others | text | `span.<role>` |
 */
import type { Element, Properties } from 'hast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import { markingOf, markingSlug } from '../../../model/marking.ts';
import type { Phrase } from '../../../model/tree.ts';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';

export const phrase: Handle<Phrase> = (_context, state, node) => {
  const className = [classOf(node.role)];
  const children = state.all(node);
  const named = (tagName: string, properties: Properties = {}): Element =>
    element(tagName, { className, ...properties }, children);

  switch (node.role) {
    case 'date': {
      const { datetime } = node.attributes;
      return htmlDate.test(datetime ?? '') ? named('time', { dateTime: datetime }) : named('span');
    }
    case 'marking': {
      const slug = markingSlug(markingOf(plainTextOf(node).trim()));
      return named('strong', { className: [...className, `marking-${slug}`], translate: 'no' });
    }
    case 'foreign':
      return named('i', languageOf(node.attributes));
    default:
      return named('span', languageOf(node.attributes));
  }
};

/** A year, month or day. Source: HTML, "valid date string with optional time", the parts EDTF shares. */
const htmlDate = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** A role as a class name: letters, digits and hyphens only. */
export function classOf(role: string): string {
  return role.toLowerCase().replace(/[^a-z0-9-]+/g, '-');
}

function languageOf({ lang, dir }: Readonly<Record<string, string>>): Properties {
  return {
    ...(lang === undefined ? {} : { lang }),
    ...(dir === 'rtl' || dir === 'ltr' ? { dir } : {}),
  };
}
