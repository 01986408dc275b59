/** Whose value is being checked, and how its fields are called and found. */
import type { Place } from '../model/diagnostic.ts';
import { joinPath } from '../model/place.ts';
import type { DataPath, LoadedFile } from '../model/stages.ts';
import { nameOfKind } from './field-words.ts';

/** Whose value it is: the record's kind, its id, and where it stands. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
  readonly file: LoadedFile;
  readonly path: DataPath;
}

/** value, path → what stands there; undefined where the path leads nowhere. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((found, step) => {
    if (typeof found !== 'object' || found === null) return undefined;
    return Object.hasOwn(found, step) ? (found as Record<PropertyKey, unknown>)[step] : undefined;
  }, value);
}

/** A scalar as it was typed; undefined where the path is none. */
export function rawAt({ file, path }: Subject, inside: DataPath): string | undefined {
  return file.sourceOf([...path, ...inside])?.raw;
}

/** The last name in the path; an item of a list goes by the list's name. */
export function fieldName(path: DataPath, subject: Subject): string {
  return String(path.findLast((step) => typeof step === 'string') ?? subject.id);
}

/** `the finding "purge-2019"`, or the group inside it that the field belongs to. */
export function ownerOf(path: DataPath, { kind, id }: Subject): string {
  const parent = path.findLast((step) => typeof step === 'string');
  if (parent !== undefined) return `"${parent}"`;
  return kind === 'publisher' ? 'the publisher' : `the ${nameOfKind(kind)} "${id}"`;
}

/** Where the value of a field stands. */
export function placeAt({ file, path, id }: Subject, inside: DataPath): Place {
  const whole = [...path, ...inside];
  return { span: file.locate(whole), path: joinPath(path.length === 0 ? [id, ...inside] : whole) };
}

/** Where the name of a field stands; a brief as a whole is its file. */
export function placeAtKey({ file, path, id }: Subject, inside: DataPath): Place {
  const whole = [...path, ...inside];
  const span = whole.length === 0 ? { file: file.path, start: 0, end: 0 } : file.locateKey(whole);
  return { span, path: joinPath(path.length === 0 ? [id, ...inside] : whole) };
}
