/**
 * Interface words by language. Only the words that a brief needs are loaded, and the library for
 * plurals (ICU MessageFormat) only for a language that has any.
 */
import { english, type MessageKey, type Messages } from './messages/en.ts';

export type { MessageKey, Messages };

/** pattern, values of its slots → text. */
export type Fill = (pattern: string, slots: Readonly<Record<string, string | number>>) => string;

/** The words of one language, and how its patterns are filled. */
export interface Words {
  readonly messages: Messages;
  readonly fill: Fill;
  /** The language of the words: English where the tool has none in the one that was asked for. */
  readonly lang: string;
}

/** BCP 47 prefix → its words. The longest prefix that fits is taken. */
const languages: Readonly<Record<string, () => Promise<Messages>>> = {
  en: async () => english,
  'en-us': async () => (await import('./messages/en-us.ts')).american,
  fr: async () => (await import('./messages/fr.ts')).french,
  es: async () => (await import('./messages/es.ts')).spanish,
  de: async () => (await import('./messages/de.ts')).german,
  ar: async () => (await import('./messages/ar.ts')).arabic,
  zh: async () => (await import('./messages/zh.ts')).chinese,
};

/** Tags that a prefix would take in, but whose readers use other characters. */
const others = /^zh-(?:hant|tw|hk|mo)\b/;

/** BCP 47 tag → its words, or the English ones. */
export async function messagesFor(lang: string): Promise<Words> {
  const found = languageOf(lang);
  const messages = await (languages[found] ?? (async () => english))();
  const hasPlurals = Object.values(messages).some(isPlural);
  return { messages, lang: found, fill: hasPlurals ? await pluralFill(lang) : fill };
}

/** True where the tool has words in this language. */
export function hasMessages(lang: string): boolean {
  const [first] = lang.toLowerCase().split('-');
  return languageOf(lang).split('-')[0] === first;
}

function languageOf(lang: string): string {
  const tag = lang.toLowerCase();
  if (others.test(tag)) return 'en';
  const parts = tag.split('-');
  const prefixes = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
  return prefixes.find((prefix) => Object.hasOwn(languages, prefix)) ?? 'en';
}

/** True for a key that every language has. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(english, key);
}

/** pattern with `{slots}` → text. */
export function fill(pattern: string, slots: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(slots[name] ?? whole));
}

function isPlural(pattern: string): boolean {
  return /\{\w+, plural,/.test(pattern);
}

async function pluralFill(lang: string): Promise<Fill> {
  const { IntlMessageFormat } = await import('intl-messageformat');
  return (pattern, slots) =>
    isPlural(pattern)
      ? String(new IntlMessageFormat(pattern, lang).format({ ...slots }))
      : fill(pattern, slots);
}
