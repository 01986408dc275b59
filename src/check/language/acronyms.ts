/**
 * Acronyms that no reader is told about. Known are the glossary, names of bodies and outlets, a full
 * name with the acronym in brackets, Roman numerals, units, and what general readers know.
 * Source: GOV.UK style guide, "Abbreviations and acronyms".
 */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Records } from '../../model/stages.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { expansionsIn } from './expansions.ts';
import { isAcronym, plainAcronym } from './letters.ts';
import { type Lexicon, split } from './lexicon.ts';
import { type Prose, placeIn } from './prose.ts';
import { isSilenced, type Rule } from './rule.ts';
import { bare, type Spelling, type Word, type WordList, wordOf } from './words.ts';

/**
 * Reports `acronym-unknown` once for each acronym, at its first use. A record that silences the rule
 * gets its own report, so that its silence does not cover the others.
 */
export const acronyms: Rule = {
  codes: ['acronym-unknown'],
  check: ({ records, prose, lexicon }) => {
    const isExplained = explanations(prose);
    const isNamed = namedIn(records, lexicon);
    const told = new Set<string>();
    return prose.flatMap((field) => {
      const { vocabulary } = field;
      if (vocabulary === undefined) return [];
      return field.sentences.flatMap((sentence) =>
        candidatesIn(sentence).flatMap((word): Diagnostic[] => {
          const acronym = unknownIn(
            word,
            (candidate) =>
              isNamed(candidate) ||
              isGeneral(candidate, vocabulary) ||
              isExplained(candidate, field, word.start),
          );
          if (acronym === undefined || told.has(acronym)) return [];
          if (!isSilenced(field.entry, 'acronym-unknown')) told.add(acronym);
          return [diagnose('acronym-unknown', { acronym }, placeIn(field, word))];
        }),
      );
    });
  },
};

function candidatesIn({ spellings, starts }: WordList): readonly Word[] {
  const found: Word[] = [];
  for (const [index, spelling] of spellings.entries()) {
    if (mayHoldAcronym(spelling)) found.push(wordOf(spelling, starts[index] ?? 0));
  }
  return found.length === 0 || isShouted(spellings) ? [] : found;
}

/** Two characters that are no small letters: nearly no word has them. */
function mayHoldAcronym({ text, lower }: Spelling): boolean {
  return text !== lower && /[^a-z].*[^a-z]/.test(text);
}

/** A word → the acronym in it that is not known; "pro-ISKP" and "UK-US" are judged by their parts. */
function unknownIn({ text }: Word, isKnown: (acronym: string) => boolean): string | undefined {
  const whole = plainAcronym(bare(text));
  const parts = whole.split(/[-‑]/).map(plainAcronym);
  const isUnknown = (part: string) => isAcronym(part) && !isKnown(part);
  if (!isAcronym(whole)) return parts.find(isUnknown);
  if (isKnown(whole)) return undefined;
  const areWords = parts.length > 1 && parts.every((part) => part.length > 1 && !isUnknown(part));
  return areWords ? undefined : whole;
}

function isShouted(words: readonly Spelling[]): boolean {
  return words.length > 1 && words.every(({ text }) => text === text.toUpperCase());
}

function isGeneral(acronym: string, { acronyms, units }: Vocabulary): boolean {
  return acronyms.has(acronym) || units.has(acronym) || /^[IVX]+$/.test(acronym);
}

/** The glossary, and words of names that readers meet as names: bodies, people, outlets. */
function namedIn(records: Records, { names }: Lexicon): (acronym: string) => boolean {
  const known = new Set<string>();
  for (const [id, { data }] of records.term) {
    known.add(id.toUpperCase());
    if (data.term !== undefined) known.add(data.term.toUpperCase());
  }
  const kinds: ReadonlySet<string> = new Set([
    'publisher',
    'organisation',
    'person',
    'source',
    'quote',
  ]);
  for (const { entry, leaf } of names) {
    if (kinds.has(entry.kind)) for (const word of split(leaf.value)) known.add(word);
  }
  return (acronym) => known.has(acronym);
}

/** An explanation in another field counts everywhere; in the same field, from where it stands on. */
function explanations(
  prose: readonly Prose[],
): (acronym: string, field: Prose, offset: number) => boolean {
  const byAcronym = new Map<string, { readonly field: Prose; readonly start: number }[]>();
  for (const field of prose) {
    for (const { acronym, start } of expansionsIn(field.text)) {
      byAcronym.set(acronym, [...(byAcronym.get(acronym) ?? []), { field, start }]);
    }
  }
  return (acronym, field, offset) =>
    byAcronym.get(acronym)?.some((known) => known.field !== field || known.start <= offset) ===
    true;
}
