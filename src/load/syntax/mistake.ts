/** One error of the YAML library with the line that it points at. */
import type { YAMLError } from 'yaml';
import type { Line } from './line.ts';

export interface Mistake {
  readonly file: string;
  /** The whole file. */
  readonly text: string;
  readonly error: YAMLError;
  readonly line: Line;
}
