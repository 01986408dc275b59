/** Unwelcome characters that came in by an escape, as in "\u202e": in values and in names of fields. */
import type { DataPath, LoadedFile } from '../model/stages.ts';
import { type Suspect, suspectsIn } from './characters.ts';

/** file → its escaped suspects, each at its escape; typed ones are found in the text. */
export function escapedSuspects(file: LoadedFile): Suspect[] {
  return file.text.includes('\\') ? suspectsBelow(file, file.value, []) : [];
}

function suspectsBelow(file: LoadedFile, value: unknown, path: DataPath): Suspect[] {
  if (typeof value === 'string') return suspectsInValue(file, value, path);
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => suspectsBelow(file, item, [...path, index]));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    ...suspectsInKey(file, [...path, key], key),
    ...suspectsBelow(file, child, [...path, key]),
  ]);
}

function suspectsInValue(file: LoadedFile, value: string, path: DataPath): Suspect[] {
  const found = suspectsIn(file.path, value);
  if (found.length === 0 || file.sourceOf(path)?.raw.includes('\\') !== true) return [];
  return found.flatMap(({ character, span: { start, end } }) => {
    const span = file.locateWithin(path, start, end);
    return file.text.slice(span.start, span.end) === character ? [] : [{ character, span }];
  });
}

function suspectsInKey(file: LoadedFile, path: DataPath, key: string): Suspect[] {
  const found = suspectsIn(file.path, key);
  if (found.length === 0) return [];
  const span = file.locateKey(path);
  const typed = file.text.slice(span.start, span.end);
  return found.flatMap(({ character }) => (typed.includes(character) ? [] : [{ character, span }]));
}
