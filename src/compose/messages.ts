/** Interface words by language. A language without a file of its own gets English. */
import { english, type MessageKey, type Messages } from './messages/en.ts';

export type { MessageKey, Messages };

const languages: Readonly<Record<string, Messages>> = { en: english };

/** BCP 47 tag → the words, by its first part. */
export function messagesFor(lang: string): Messages {
  const [language = 'en'] = lang.toLowerCase().split('-');
  return languages[language] ?? english;
}

/** True for a key that every language has. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(english, key);
}

/** pattern with `{slots}` → text. */
export function fill(pattern: string, slots: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(slots[name] ?? whole));
}
