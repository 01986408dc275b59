/**
 * The standards that ship with the tool, as the rest of the program uses them. They are data files
 * of ours, so a file that does not fit is a mistake of ours and throws.
 */
import { z } from 'zod';
import { type Scale, scaleOf } from './scale.ts';
import { scale } from './schema/scale.ts';
import type { Records } from './stages.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** Everything below `standards/` that the rules and the documents draw on. */
export interface Standards {
  /** Likelihood scales by id. */
  readonly scales: ReadonlyMap<string, Scale>;
  /** Words of a language, by the language's primary subtag: `en`. */
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
}

/** A parsed file: its path, as in `standards/scales/phia.yaml`, and its value. */
export interface StandardsFile {
  readonly path: string;
  readonly value: unknown;
}

/** Files below `standards/scales/` and `standards/language/` → standards; others are passed over. */
export function standardsOf(files: readonly StandardsFile[]): Standards {
  const inFolder = (name: string) => files.filter(({ path }) => path.includes(`/${name}/`));
  const vocabularies = inFolder('language').map(({ value }) => vocabularyOf(value));
  return {
    scales: new Map(inFolder('scales').flatMap(({ value }) => parseScales(value))),
    vocabularies: new Map(vocabularies.map((words) => [words.lang, words])),
  };
}

/** A scale file's value, `{ scales: { id: … } }` → id and scale, in order of the file. */
export function parseScales(value: unknown): [string, Scale][] {
  const { scales } = z.strictObject({ scales: z.record(z.string(), scale) }).parse(value);
  return Object.entries(scales).map(([id, data]) => [id, scaleOf(id, data)]);
}

/** Shipped scales and the office's own; where both use an id, the office's stands. */
export function scalesIn(standards: Standards, records: Records): ReadonlyMap<string, Scale> {
  const own = [...records.scale].map(([id, { data }]) => [id, scaleOf(id, data)] as const);
  return new Map([...standards.scales, ...own]);
}

/** BCP 47 tag → the words of that language, or undefined where we have none. */
export function vocabularyFor(standards: Standards, lang: string): Vocabulary | undefined {
  return standards.vocabularies.get(lang.toLowerCase().split('-')[0] ?? lang);
}
