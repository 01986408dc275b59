/** The shape of one check of a Word file. A new one is one row in `rules/`. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Requirement } from '../report.ts';
import type { DocxView } from './open-docx.ts';

export interface DocxRule extends Requirement {
  /** What is wrong; undefined where there is nothing to look at. */
  check(view: DocxView): readonly Diagnostic[] | undefined;
}
