/**
 * Names of one word, misspelt in prose: "Telegarm" where the data have Telegram. A word alone says
 * less than a pair, so more is asked: the name is declared in the data and has six letters or more,
 * first and last letter agree, and the spelling stands in no name, title or quotation.
 */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { placeWithin } from '../../model/place.ts';
import type { Records } from '../../model/stages.ts';
import { foreignWords, type Lexicon, type NameField } from './lexicon.ts';
import { type Prose, placeIn } from './prose.ts';
import { isInflected, isOneSlip } from './slip.ts';
import { slipIndex } from './slip-index.ts';
import { bare, type Word, wordOf } from './words.ts';

/** Shorter names are one letter away from too many others: Iran, Iraq, Irian. */
const shortest = 6;

/** records, prose, names of the data → `name-near-miss` at each odd word. */
export function nearWords(
  records: Records,
  prose: readonly Prose[],
  lexicon: Lexicon,
): Diagnostic[] {
  const odd = oddWords(lexicon);
  if (odd.size === 0) return [];
  for (const word of foreignWords(records)) odd.delete(word);
  return prose.flatMap((field) =>
    field.sentences.flatMap(({ role, spellings, starts }) =>
      spellings.flatMap((spelling, index) => {
        if (index === 0 || role === 'heading' || spelling.text === spelling.lower) return [];
        const model = odd.get(bare(spelling.lower));
        const word = wordOf(spelling, starts[index] ?? 0);
        return model === undefined ? [] : [report(field, word, model)];
      }),
    ),
  );
}

/** Words of our prose that are one slip away from a name, each in small letters with that name. */
function oddWords({ names, nameWords, capitals, small }: Lexicon): Map<string, NameField> {
  const declared = names.filter(
    ({ leaf }) => leaf.value.length >= shortest && !/\s/.test(leaf.value),
  );
  const spellings = declared.map(({ leaf }) => leaf.value.toLowerCase());
  const near = slipIndex(spellings);
  const known = new Set([...nameWords].map((word) => word.toLowerCase()));
  const odd = new Map<string, NameField>();
  for (const capital of capitals) {
    const word = capital.toLowerCase();
    if (known.has(word) || small.has(word)) continue;
    const found = near(word).find((index) => isMisspelt(word, spellings[index] ?? ''));
    const model = found === undefined ? undefined : declared[found];
    if (model !== undefined) odd.set(word, model);
  }
  return odd;
}

function isMisspelt(word: string, name: string): boolean {
  const isFramed = word.charAt(0) === name.charAt(0) && word.at(-1) === name.at(-1);
  return isFramed && isOneSlip(word, name) && !isInflected(word, name);
}

function report(field: Prose, { text, start }: Word, { entry, leaf }: NameField): Diagnostic {
  const { span } = placeWithin(entry, leaf.path, 0, leaf.value.length);
  const related = span === undefined ? [] : [{ message: `"${leaf.value}" stands here`, span }];
  const name = bare(text);
  const place = { ...placeIn(field, { start, end: start + name.length }), related };
  return diagnose('name-near-miss', { name, other: leaf.value }, place);
}
