/** In which languages a brief is built, and how its files are told apart. */
import type { Selected } from '../../model/stages.ts';
import type { ComposedText } from '../compose.ts';

/** brief → its own language, and those that translations give. */
export function languagesOf({ brief, records }: Pick<Selected, 'brief' | 'records'>): {
  readonly own: string;
  readonly others: readonly string[];
} {
  const [publisher] = records.publisher.values();
  const own = brief.data.lang ?? publisher?.data.lang ?? 'en';
  const others = new Set(brief.data.languages?.filter((lang) => lang !== own));
  return { own, others: [...others] };
}

/** composed text → the same with its language in the name of its files: `six-steps.fr`. */
export function namedFor(text: ComposedText, lang: string): ComposedText {
  const { id, fileStem } = text.meta;
  return { ...text, meta: { ...text.meta, fileStem: `${id}.${lang}${fileStem.slice(id.length)}` } };
}
