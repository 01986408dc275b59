/**
 * The words of the citation style in the brief's language. What has no words of its own gets those
 * of American English, as CSL's fallback has it; nothing is ever fetched.
 */
import { createRequire } from 'node:module';
import { type CslElement, childNamed, isXmlProblem, readCslXml } from './csl-xml.ts';

/** A locale, whole, and the tag under which the engine knows it. */
export interface CslLocale {
  readonly tag: string;
  readonly root: CslElement;
}

/** Locales of ours: what they lack is taken from `en-US`. */
const shipped: readonly string[] = ['ar', 'en-GB', 'zh-CN'];

/** First subtag → the locale for all its variants that have none of their own. */
const byLanguage: Readonly<Record<string, string>> = {
  ar: 'ar',
  de: 'de-DE',
  en: 'en-US',
  es: 'es-ES',
  fr: 'fr-FR',
  nl: 'nl-NL',
  zh: 'zh-CN',
};

/** BCP 47 tag, reader of shipped files → the locale. Throws where a shipped file is broken. */
export async function localeFor(
  lang: string,
  readShipped: (path: string) => Promise<string>,
): Promise<CslLocale> {
  const tag = localeTag(lang);
  const bundled = bundledLocales();
  if (!shipped.includes(tag)) return { tag, root: readLocale(bundled[tag] ?? '', tag) };
  const own = readLocale(await readShipped(`standards/locales/locales-${tag}.xml`), tag);
  return { tag, root: mergeLocales(readLocale(bundled['en-US'] ?? '', 'en-US'), own) };
}

/** BCP 47 tag → the tag of the locale that serves it. */
export function localeTag(lang: string): string {
  const known = new Set([...shipped, ...Object.values(byLanguage)]);
  const locale = localeOf(lang);
  if (locale === undefined) return 'en-US';
  const { language, region, script } = locale.maximize();
  if (known.has(`${language}-${region}`)) return `${language}-${region}`;
  // English that writes the day first is nearer to Britain's; Taiwan reads other characters.
  if (language === 'en') return writesDayFirst(lang) ? 'en-GB' : 'en-US';
  if (language === 'zh' && script !== 'Hans') return 'en-US';
  return byLanguage[language] ?? 'en-US';
}

/** The locales that `@citation-js/plugin-csl` ships, in a file by themselves: `fr-FR` → XML. */
function bundledLocales(): Readonly<Record<string, string>> {
  const require = createRequire(import.meta.url);
  // A file of JSON: an object from tags to texts.
  return require('@citation-js/plugin-csl/lib/locales.json') as Readonly<Record<string, string>>;
}

function localeOf(lang: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(lang);
  } catch {
    return undefined;
  }
}

function writesDayFirst(lang: string): boolean {
  const parts = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).formatToParts(
    0,
  );
  return parts[0]?.type === 'day';
}

function readLocale(xml: string, tag: string): CslElement {
  const root = readCslXml(xml);
  if (isXmlProblem(root)) throw new Error(`CSL locale ${tag}: ${root.problem}`);
  return root;
}

/**
 * Two locales as one: dates and options of the second take the place of the first's, and so do its
 * terms, in all their forms. Source: CSL 1.0.2, "Locale fallback".
 */
function mergeLocales(base: CslElement, own: CslElement): CslElement {
  const ownDates = elements(own).filter((child) => child.name === 'date');
  const ownTerms = termsOf(own);
  const names = new Set(ownTerms.map((term) => term.attrs.name));
  const baseTerms = termsOf(base).filter(({ attrs: { name = '' } }) => {
    const isOrdinal = name.startsWith('ordinal') && names.has('ordinal');
    return !names.has(name) && !isOrdinal;
  });
  const options = childNamed(own, 'style-options') ?? childNamed(base, 'style-options');
  return {
    ...own,
    children: [
      ...(options === undefined ? [] : [options]),
      ...ownDates,
      { name: 'terms', attrs: {}, children: [...baseTerms, ...ownTerms] },
    ],
  };
}

function termsOf(locale: CslElement): readonly CslElement[] {
  return elements(childNamed(locale, 'terms') ?? locale).filter((child) => child.name === 'term');
}

function elements(parent: CslElement): readonly CslElement[] {
  return parent.children.filter((child) => typeof child !== 'string');
}
