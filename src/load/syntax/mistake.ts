/** One error of the YAML library with the line that it points at. */
import type { Document, YAMLError } from 'yaml';
import type { Line } from './line.ts';

export interface Mistake {
  readonly file: string;
  /** The whole file. */
  readonly text: string;
  readonly error: YAMLError;
  /** What the library made of the text in spite of its mistakes. */
  readonly document: Document;
  readonly line: Line;
}
