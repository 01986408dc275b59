/** Where a diagnostic stands, as the services that show it want to have it. */
import { relative, resolve, sep } from 'node:path';
import { type Position, positionAt, type Span } from '../../../model/span.ts';
import type { TextOf } from '../code-frame.ts';

/** A stretch of a file; lines and columns count from 1, the end is exclusive. */
export interface Region {
  readonly start: Position;
  readonly end: Position;
}

/** span → its region, or undefined where the file's text is not known. */
export function regionOf(span: Span, textOf: TextOf): Region | undefined {
  const text = textOf(span.file);
  if (text === undefined) return undefined;
  return { start: positionAt(text, span.start), end: positionAt(text, span.end) };
}

/** File of the project, project's folder, working folder → the path from there, with slashes. */
export function pathFrom(file: string, root: string, from: string = process.cwd()): string {
  return relative(from, resolve(root, file)).split(sep).join('/');
}
