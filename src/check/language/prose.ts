/** The office's own prose, read once for all rules: fields, sentences and words, with their places. */

import type { Place } from '../../model/diagnostic.ts';
import { entriesOf } from '../../model/entries.ts';
import { type Memory, noMemory } from '../../model/memory.ts';
import { placeWithin } from '../../model/place.ts';
import type { Entry, Leaf, Records } from '../../model/stages.ts';
import { type Standards, vocabularyFor } from '../../model/standards.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { type Role, roleOf } from './fields.ts';
import { mask } from './mask.ts';
import type { LinkText } from './paint.ts';
import { sentencesIn } from './sentences.ts';
import type { Stretch } from './stretch.ts';
import { createSpeller, listWords, type Speller, type WordList } from './words.ts';

/** One field of prose. */
export interface Prose {
  readonly entry: Entry;
  readonly leaf: Leaf;
  readonly role: Role;
  /** The words of its language, where we have any. */
  readonly vocabulary: Vocabulary | undefined;
  /** As long as the field's value: without markup, with quotations. */
  readonly text: string;
  /** The same without quotations. */
  readonly own: string;
  readonly sentences: readonly Sentence[];
  readonly links: readonly LinkText[];
}

/** One sentence of a field; only its own words are listed. */
export interface Sentence extends Stretch, WordList {
  /** `heading` for a heading inside a body as well. */
  readonly role: Role;
}

/**
 * records → every field of the office's prose, in order of the data. With a memory, a record that is the
 * same object as before is not read again.
 */
export function proseOf(
  records: Records,
  standards: Standards,
  memory: Memory = noMemory,
): Prose[] {
  const [publisher] = records.publisher.values();
  const houseLang = publisher?.data.lang ?? 'und';
  const spellingOf = createSpeller();
  const all: Prose[] = [];
  for (const entry of entriesOf(records)) {
    const lang = languageOf(entry) ?? houseLang;
    const vocabulary = vocabularyFor(standards, lang);
    const read = () => ({ vocabulary, prose: readEntry(entry, vocabulary, spellingOf) });
    const known = memory.once('prose', entry, (): Known => ({ latest: read() }));
    if (known.latest.vocabulary !== vocabulary) known.latest = read();
    for (const field of known.latest.prose) all.push(field);
  }
  return all;
}

interface Reading {
  readonly vocabulary: Vocabulary | undefined;
  readonly prose: readonly Prose[];
}

/** The latest reading of a record: in a project that is read again, most are the very same ones. */
interface Known {
  latest: Reading;
}

function readEntry(
  entry: Entry,
  vocabulary: Vocabulary | undefined,
  spellingOf: Speller,
): readonly Prose[] {
  const prose: Prose[] = [];
  for (const leaf of entry.leaves) {
    const role = roleOf(entry.kind, leaf.path);
    if (role !== undefined) prose.push(read({ entry, leaf, role, vocabulary }, spellingOf));
  }
  return prose;
}

/** A stretch of a field → where a diagnostic points. */
export function placeIn(prose: Prose, { start, end }: Stretch): Place {
  return placeWithin(prose.entry, prose.leaf.path, start, end);
}

/** Only a brief says which language its own words are in. */
function languageOf({ kind, data }: Entry): string | undefined {
  return kind === 'brief' && 'lang' in data ? data.lang : undefined;
}

function read(
  { entry, leaf, role, vocabulary }: Pick<Prose, 'entry' | 'leaf' | 'role' | 'vocabulary'>,
  spellingOf: Speller,
): Prose {
  const { blocks, text, own, links } = mask(leaf);
  const sentences: Sentence[] = [];
  for (const block of blocks) {
    const part = block.isHeading ? 'heading' : role;
    for (const { start, end } of sentencesIn(own, block, vocabulary?.abbreviations)) {
      const { spellings, starts } = listWords(own, { start, end }, spellingOf);
      sentences.push({ start, end, role: part, spellings, starts });
    }
  }
  return { entry, leaf, role, vocabulary, text, own, sentences, links };
}
