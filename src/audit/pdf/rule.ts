/** The shape of one check. A new check is one row in one of the files of `rules/`. */
import type { Code } from '../../model/codes.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Standard } from '../report.ts';
import type { Comparison } from './compare-with.ts';
import type { ContentRun } from './content-run.ts';
import type { PdfView } from './open-pdf.ts';

export interface Rule {
  readonly code: Code;
  readonly requirement: string;
  readonly standards: readonly Standard[];
  readonly source: string;
  /** What is wrong; undefined where there is nothing to look at or to compare with. */
  check(view: PdfView, expected: Comparison | undefined): readonly Diagnostic[] | undefined;
}

/** A run → how a message speaks of it. */
export function contentOf({ text }: Pick<ContentRun, 'text'>): string {
  return text.trim() === '' ? 'a line or fill' : `"${shortened(text)}"`;
}

/** Text → its beginning, on one line. */
export function shortened(text: string, length = 50): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length).trimEnd()}…`;
}
