/** Checks of what the file says of itself: title and language. */
import { diagnose } from '../../../model/diagnostic.ts';
import { type DocxView, elementsIn } from '../open-docx.ts';
import type { DocxRule } from '../rule.ts';

export const propertyRules: readonly DocxRule[] = [
  {
    code: 'docx-title-missing',
    requirement: 'the properties give the title',
    standards: ['WCAG 2.2', 'Office Open XML'],
    source: 'WCAG 2.2, 2.4.2; ECMA-376-2, annex D (core properties)',
    check: (view) => {
      const [title] = elementsIn(coreOf(view), 'dc:title');
      return /\S/.test(title?.text ?? '') ? [] : [diagnose('docx-title-missing', {})];
    },
  },
  {
    code: 'docx-language-missing',
    requirement: 'the file says the language that its text is in',
    standards: ['WCAG 2.2', 'Office Open XML'],
    source: 'WCAG 2.2, 3.1.1; ECMA-376-1, 17.3.2.20 and 17.7.5.4',
    check: (view) => {
      const defaults = view.relations
        .filter(({ type }) => type === 'styles')
        .flatMap(({ target }) => elementsIn(view.part(target), 'w:rPrDefault'));
      const [lang] = defaults.flatMap((one) => elementsIn(one, 'w:lang'));
      const named = ['w:val', 'w:bidi', 'w:eastAsia'].flatMap((key) => lang?.attributes[key] ?? []);
      const problem =
        named.length === 0
          ? 'its default style names none'
          : named
              .filter((tag) => !isTag(tag))
              .map((tag) => `"${tag}" is none`)
              .join(', ');
      return problem === '' ? [] : [diagnose('docx-language-missing', { problem })];
    },
  },
];

function coreOf({ relations, part }: DocxView) {
  const core = relations.find(({ type }) => type === 'core-properties');
  return core === undefined ? undefined : part(core.target);
}

function isTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== '';
  } catch {
    return false;
  }
}
