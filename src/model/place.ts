/** Where in the data a record's field stands, in the two forms that a diagnostic carries. */
import type { Place } from './diagnostic.ts';
import type { DataPath, Entry, Ref } from './stages.ts';

/** A record and a path inside it → span and written path of the field's value. */
export function placeOf(entry: Entry, path: DataPath = []): Place {
  const whole = [...entry.path, ...path];
  return { span: entry.file.locate(whole), path: writePath(entry, path) };
}

/** The same, pointing at the name of the field. */
export function placeOfKey(entry: Entry, path: DataPath = []): Place {
  const whole = [...entry.path, ...path];
  return { span: entry.file.locateKey(whole), path: writePath(entry, path) };
}

/** The same for a stretch of a string's value; offsets are UTF-16 units of the value. */
export function placeWithin(entry: Entry, path: DataPath, start: number, end: number): Place {
  const whole = [...entry.path, ...path];
  return { span: entry.file.locateWithin(whole, start, end), path: writePath(entry, path) };
}

/** `['evidence', 0, 'source']` → `evidence[0].source`. */
export function joinPath(path: DataPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** kind and id → the name of the record across kinds. */
export function refOf(entry: Pick<Entry, 'kind' | 'id'>): Ref {
  return `${entry.kind}/${entry.id}`;
}

function writePath(entry: Entry, path: DataPath): string {
  return joinPath([...(entry.path.length > 0 ? entry.path : [entry.id]), ...path]);
}
