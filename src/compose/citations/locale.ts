/**
 * The words of the citation style in the brief's language. A language without words here gets English
 * ones, British where it writes the day before the month; nothing is ever fetched.
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
  const known = locales.get(tag);
  if (known !== undefined) return known;
  const bundled = bundledLocales();
  const locale = { tag, root: readLocale(bundled[tag] ?? bundled['en-US'] ?? '', tag) };
  if (shipped.includes(tag)) {
    const own = readLocale(await readShipped(`standards/locales/locales-${tag}.xml`), tag);
    locale.root = mergeLocales(locale.root, own);
  }
  locales.set(tag, locale);
  return locale;
}

/** What ships with the tool does not change while it runs. */
const locales = new Map<string, CslLocale>();

/** Canonical BCP 47 tag → the tag of the locale that serves it. */
export function localeTag(lang: string): string {
  const known = new Set(['en-US', ...shipped, ...Object.values(byLanguage)]);
  const { language, region, script } = new Intl.Locale(lang).maximize();
  if (known.has(`${language}-${region}`)) return `${language}-${region}`;
  // Taiwan reads other characters than those of our Chinese.
  const own = language === 'zh' && script !== 'Hans' ? undefined : byLanguage[language];
  if (own !== undefined) return own;
  return writesDayFirst(lang) ? 'en-GB' : 'en-US';
}

/** The locales that `@citation-js/plugin-csl` ships, in a file by themselves: `fr-FR` → XML. */
function bundledLocales(): Readonly<Record<string, string>> {
  const require = createRequire(import.meta.url);
  // A file of JSON: an object from tags to texts.
  return require('@citation-js/plugin-csl/lib/locales.json') as Readonly<Record<string, string>>;
}

/** A tag as it was written → the same in its canonical form; undefined for what is no tag. */
export function canonicalTag(lang: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(lang)[0];
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

/** Narrow spaces and the hyphen that does not break are in few fonts, so plain ones stand for them. */
function readLocale(xml: string, tag: string): CslElement {
  const plain = xml
    .replace(/\u202F|&#8239;|&#x202F;/gi, '\u00a0')
    .replace(/\u2011|&#8209;|&#x2011;/gi, '-');
  const root = readCslXml(plain);
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
