/**
 * Names of one word, misspelt in prose: "Telegarm" where the data have Telegram. A word alone says
 * less than a pair, so more is asked: the name is declared in the data and has six letters or more,
 * first and last letter agree, and the spelling stands in no name, title or quotation.
 */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { placeWithin } from '../../model/place.ts';
import { bare, type Lexicon, type NameField } from './lexicon.ts';
import { type Prose, placeIn } from './prose.ts';
import { isInflected, isOneSlip } from './slip.ts';

/** Shorter names are one letter away from too many others: Iran, Iraq, Irian. */
const shortest = 6;

/** prose, names of the data → `name-near-miss` at each odd word. */
export function nearWords(prose: readonly Prose[], lexicon: Lexicon): Diagnostic[] {
  const declared = lexicon.names.filter(
    ({ leaf }) => leaf.value.length >= shortest && !/\s/.test(leaf.value),
  );
  const models = new Map(declared.map((field) => [field.leaf.value.toLowerCase(), field]));
  if (models.size === 0) return [];
  const accepted = new Set(
    [...lexicon.nameWords, ...lexicon.foreign].map((word) => word.toLowerCase()),
  );
  return prose.flatMap((field) =>
    field.sentences.flatMap(({ role, words }) =>
      words.flatMap((word, index) => {
        if (index === 0 || role === 'heading' || word.text === word.lower) return [];
        const odd = bare(word.lower);
        if (accepted.has(odd) || lexicon.small.has(odd)) return [];
        const model = [...models.keys()].find((name) => isMisspelt(odd, name));
        const name = models.get(model ?? '');
        return name === undefined ? [] : [report(field, word.text, word, name)];
      }),
    ),
  );
}

function isMisspelt(word: string, name: string): boolean {
  if (word.charAt(0) !== name.charAt(0) || word.at(-1) !== name.at(-1)) return false;
  return isOneSlip(word, name) && !isInflected(word, name);
}

function report(
  field: Prose,
  text: string,
  word: { readonly start: number; readonly end: number },
  { entry, leaf }: NameField,
): Diagnostic {
  const { span } = placeWithin(entry, leaf.path, 0, leaf.value.length);
  const related = span === undefined ? [] : [{ message: `"${leaf.value}" stands here`, span }];
  const end = word.start + bare(text).length;
  const place = { ...placeIn(field, { start: word.start, end }), related };
  return diagnose('name-near-miss', { name: bare(text), other: leaf.value }, place);
}
