/**
 * Headings in sentence case: a capital for the first word and for names. What is a name is learned
 * from the data (people, bodies, places, titles, capitals inside sentences); a single word that the
 * data say nothing about gets the benefit of the doubt.
 * Source: GOV.UK style guide, "Capitalisation"; the vocabulary's list of names of days and peoples.
 */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { isLarge, startsLarge } from './letters.ts';
import type { Lexicon } from './lexicon.ts';
import { type Prose, placeIn, type Sentence } from './prose.ts';
import type { Rule } from './rule.ts';
import { bare, type Word, wordsOf } from './words.ts';

/** Reports `heading-not-sentence-case` from the first to the last word that should be small. */
export const headingCase: Rule = {
  codes: ['heading-not-sentence-case'],
  check: ({ prose, lexicon }) =>
    prose.flatMap((field) => {
      if (field.vocabulary === undefined) return [];
      const known = field.vocabulary.properNouns;
      return field.sentences
        .filter(({ role }) => role === 'heading')
        .flatMap((heading) => judge(field, heading, lexicon, known));
    }),
};

function judge(
  field: Prose,
  heading: Sentence,
  lexicon: Lexicon,
  known: ReadonlySet<string>,
): Diagnostic[] {
  const all = wordsOf(heading);
  const suspects = isShouted(all)
    ? all
    : all.filter((word, index) => isSuspect(field, word, index, lexicon, known));
  const surely = suspects.filter(({ lower }) => lexicon.small.has(bare(lower)));
  const [first] = suspects;
  const last = suspects.at(-1);
  if (first === undefined || last === undefined) return [];
  if (surely.length === 0 && suspects.length < 2) return [];
  const words = suspects.map(({ text }) => `"${text}"`).join(', ');
  const place = placeIn(field, { start: first.start, end: last.end });
  return [diagnose('heading-not-sentence-case', { words }, place)];
}

/** Two words or more, and not one small letter. */
function isShouted(words: readonly Word[]): boolean {
  const long = words.filter(({ text }) => text.length > 1 && !/^\d/.test(text));
  return long.length > 1 && long.every(({ text }) => isLarge(text));
}

/** A capital that nothing accounts for: not first, no acronym, no name that we know. */
function isSuspect(
  { own }: Prose,
  { text, start }: Word,
  index: number,
  lexicon: Lexicon,
  known: ReadonlySet<string>,
): boolean {
  if (index === 0 || /[.:?!–—]\s*$/.test(own.slice(0, start))) return false;
  if (!isTitled(text)) return false;
  const word = bare(text);
  const isName = (part: string) =>
    known.has(part) || lexicon.nameWords.has(part) || lexicon.capitals.has(part);
  return !isName(word) && !word.split(/[-‑]/).some((part) => startsLarge(part) && isName(part));
}

/** "Pressure", "Self-help"; not "YouTube", "MOC" or "A". */
function isTitled(text: string): boolean {
  const tail = text.replace(/[’'‑-].*$/, '').slice(1);
  return startsLarge(text) && tail !== '' && tail === tail.toLowerCase();
}
