/**
 * The standards that ship with the tool, as the rest of the program uses them. They are data files
 * of ours, so a file that does not fit is a mistake of ours and throws.
 */
import { z } from 'zod';
import { type Grades, gradesOf } from './grade.ts';
import { type Marking, markings } from './marking.ts';
import { remember } from './remember.ts';
import { type Scale, scaleOf } from './scale.ts';
import type { Data } from './schema/kinds.ts';
import { scale } from './schema/scale.ts';
import type { Records } from './stages.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** Everything below `standards/` that the rules and the documents draw on. */
export interface Standards {
  /** Likelihood scales by id. */
  readonly scales: ReadonlyMap<string, Scale>;
  /** Words of a language, by the language's primary subtag: `en`. */
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  /** The Admiralty code in words. */
  readonly grades: Grades | undefined;
  /** What each TLP label lets a reader do, in a sentence. */
  readonly markingMeanings: ReadonlyMap<Marking, string>;
}

/** A parsed file: its path, as in `standards/scales/phia.yaml`, and its value. */
export interface StandardsFile {
  readonly path: string;
  readonly value: unknown;
}

/** Files below `standards/` → standards; those that are for others are passed over. */
export function standardsOf(files: readonly StandardsFile[]): Standards {
  const inFolder = (name: string) => files.filter(({ path }) => path.includes(`/${name}/`));
  const named = (name: string) => files.find(({ path }) => path.endsWith(`standards/${name}.yaml`));
  const vocabularies = inFolder('language').map(({ value }) => vocabularyOf(value));
  const grades = named('grades');
  const meanings = named('markings');
  const meaningsOf = remember(parseMeanings);
  const gradesIn = remember((file: StandardsFile) => gradesOf(file.value));
  return {
    scales: new Map(inFolder('scales').flatMap(({ value }) => parseScales(value))),
    vocabularies: new Map(vocabularies.map((words) => [words.lang, words])),
    // Read by whoever prints them; a check does not.
    get grades() {
      return grades === undefined ? undefined : gradesIn(grades);
    },
    get markingMeanings() {
      return meanings === undefined ? new Map<Marking, string>() : meaningsOf(meanings);
    },
  };
}

/** A scale file's value, `{ scales: { id: … } }` → id and scale, in order of the file. */
export function parseScales(value: unknown): [string, Scale][] {
  const { scales } = z.strictObject({ scales: z.record(z.string(), scale) }).parse(value);
  return Object.entries(scales).map(([id, data]) => [id, scaleOf(id, data)]);
}

/** Label → its sentence; every label has one. */
function parseMeanings({ value }: StandardsFile): ReadonlyMap<Marking, string> {
  const labels = z.record(z.enum(markings), z.string());
  const parsed = z.object({ markings: z.object({ labels }) }).parse(value);
  return new Map(markings.map((marking) => [marking, parsed.markings.labels[marking]]));
}

/** Shipped scales and the office's own; where both use an id, the office's stands. */
export function scalesIn(standards: Standards, records: Records): ReadonlyMap<string, Scale> {
  const own = [...records.scale].map(([id, { data }]) => [id, scaleOf(id, data)] as const);
  return new Map([...standards.scales, ...own]);
}

/** A brief → the id of its scale: its own, else the publisher's; undefined where neither names one. */
export function scaleIdOf(brief: Data<'brief'>, records: Records): string | undefined {
  const [publisher] = records.publisher.values();
  return brief.scale ?? publisher?.data.defaults?.scale;
}

/** BCP 47 tag → the words of that language, or undefined where we have none. */
export function vocabularyFor(standards: Standards, lang: string): Vocabulary | undefined {
  return standards.vocabularies.get(lang.toLowerCase().split('-')[0] ?? lang);
}
