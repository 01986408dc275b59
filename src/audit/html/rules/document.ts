/** Checks of what the page says of itself: language and title. */
import { diagnose } from '../../../model/diagnostic.ts';
import { attribute, plain } from '../open-html.ts';
import type { HtmlRule } from '../rule.ts';

export const documentRules: readonly HtmlRule[] = [
  {
    code: 'html-language-missing',
    requirement: 'the page says its language',
    standards: ['WCAG 2.2'],
    source: 'WCAG 2.2, 3.1.1; technique H57',
    check: ({ elements }) => {
      const html = elements.find(({ tagName }) => tagName === 'html');
      const lang = html === undefined ? undefined : attribute(html, 'lang');
      return /\S/.test(lang ?? '') ? [] : [diagnose('html-language-missing', {})];
    },
  },
  {
    code: 'html-language-malformed',
    requirement: 'every language is one, named by its tag',
    standards: ['WCAG 2.2'],
    source: 'WCAG 2.2, 3.1.1 and 3.1.2; BCP 47',
    check: ({ elements }) => {
      const named = elements.flatMap((element) => attribute(element, 'lang') ?? []);
      const all = new Set(named.filter((lang) => /\S/.test(lang)));
      if (all.size === 0) return undefined;
      return [...all]
        .filter((lang) => !isLanguage(lang))
        .map((lang) => diagnose('html-language-malformed', { lang }));
    },
  },
  {
    code: 'html-title-missing',
    requirement: 'the page has a title',
    standards: ['WCAG 2.2'],
    source: 'WCAG 2.2, 2.4.2; technique H25',
    check: ({ elements }) => {
      const title = elements.find(({ tagName }) => tagName === 'title');
      return title !== undefined && /\S/.test(plain(title))
        ? []
        : [diagnose('html-title-missing', {})];
    },
  },
];

/** True for a tag whose first part is a language that Unicode CLDR knows. */
function isLanguage(tag: string): boolean {
  try {
    const [language = ''] = new Intl.Locale(tag).language.split('-');
    return languageNames.of(language) !== undefined;
  } catch {
    return false;
  }
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
