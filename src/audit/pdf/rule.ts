/** The shape of one check. A new check is one row in one of the files of `rules/`. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Requirement } from '../report.ts';
import { shortened } from '../shortened.ts';
import type { Comparison } from './compare-with.ts';
import type { ContentRun } from './content-run.ts';
import type { PdfView } from './open-pdf.ts';

export interface Rule extends Requirement {
  /** True where there is nothing to check without the brief that the file was made from. */
  readonly needsBrief?: true;
  /** What is wrong; undefined where there is nothing to look at or to compare with. */
  check(view: PdfView, expected: Comparison | undefined): readonly Diagnostic[] | undefined;
}

/** A run → how a message speaks of it. */
export function contentOf({ text }: Pick<ContentRun, 'text'>): string {
  return text.trim() === '' ? 'a line or fill' : `"${shortened(text)}"`;
}
