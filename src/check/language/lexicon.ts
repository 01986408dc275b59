/**
 * What the data themselves teach about words: which are names, and which also stand in small letters.
 * Nothing here decides; the rules about headings, acronyms and names ask.
 */
import { entriesOf } from '../../model/entries.ts';
import type { Entry, Leaf, Records } from '../../model/stages.ts';
import { isName } from './fields.ts';
import type { Prose } from './prose.ts';

/** Words of the data. A word is what stands between spaces and marks; possessive endings are cut. */
export interface Lexicon {
  /** Fields that are names, in order of the data. */
  readonly names: readonly NameField[];
  /** Words of those names, and of titles set in sentence case, as written. */
  readonly nameWords: ReadonlySet<string>;
  /** Words with a capital inside a sentence of our prose, headings left out. */
  readonly capitals: ReadonlySet<string>;
  /** Words that stand in small letters in our prose. */
  readonly small: ReadonlySet<string>;
  /** Words of quotations, titles and errors kept as `sic`: spellings that are not ours to doubt. */
  readonly foreign: ReadonlySet<string>;
}

export interface NameField {
  readonly entry: Entry;
  readonly leaf: Leaf;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.'’‑-][\p{L}\p{N}\p{M}]+)*/gu;

/** records and their prose → lexicon. */
export function lexiconOf(records: Records, prose: readonly Prose[]): Lexicon {
  const names: NameField[] = [];
  const nameWords = new Set<string>();
  const foreign = new Set<string>();
  for (const entry of entriesOf(records)) {
    for (const leaf of entry.leaves) {
      if (leaf.type !== 'text') continue;
      if (isName(entry.kind, leaf.path)) names.push({ entry, leaf });
      const isTitle = entry.kind === 'source' && titleFields.has(String(leaf.path[0]));
      if (isName(entry.kind, leaf.path) || (isTitle && isSentenceCase(leaf.value))) {
        for (const found of capitalised(leaf.value)) nameWords.add(found);
      }
      if (isTitle || isForeign(entry, leaf))
        for (const found of split(leaf.value)) foreign.add(found);
    }
  }
  return { names, nameWords, foreign, ...casesOf(prose) };
}

/** text → its words as written, possessive endings cut. */
export function split(text: string): string[] {
  return [...text.matchAll(word)].map(([found]) => bare(found));
}

/** "Telegram’s" → "Telegram". */
export function bare(found: string): string {
  return found.replace(/['’]s?$/, '');
}

const titleFields: ReadonlySet<string> = new Set(['title', 'title-short', 'originalTitle']);

function isForeign({ kind }: Entry, { path }: Leaf): boolean {
  if (kind === 'quote') return path[0] === 'text' || path[0] === 'original';
  return path[0] === 'evidence' ? path.at(-1) === 'quote' : path[0] === 'sic';
}

function casesOf(prose: readonly Prose[]): Pick<Lexicon, 'capitals' | 'small'> {
  const capitals = new Set<string>();
  const small = new Set<string>();
  for (const { sentences } of prose) {
    for (const { role, words } of sentences) {
      for (const [index, { text, lower }] of words.entries()) {
        if (text === lower) small.add(text);
        else if (index > 0 && role !== 'heading') capitals.add(bare(text));
      }
    }
  }
  return { capitals, small };
}

function capitalised(text: string): string[] {
  return split(text).flatMap((found) =>
    /^\p{Lu}/u.test(found) ? [found, ...found.split(/[-‑]/).filter((part) => part !== found)] : [],
  );
}

/** Fewer than half of the longer words after the first have a capital. */
function isSentenceCase(title: string): boolean {
  const long = split(title)
    .slice(1)
    .filter((found) => found.length > 3);
  return long.filter((found) => /^\p{Lu}/u.test(found)).length * 2 < long.length;
}
