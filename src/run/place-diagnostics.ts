/** Diagnostics as other programs want them: with lines and columns instead of offsets. */
import type { Code } from '../model/codes.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Host, ReadonlyFiles } from '../model/host.ts';
import { positionAt, type Span } from '../model/span.ts';

/** One thing to tell the author, at a place that an editor can open. */
export interface Problem extends Partial<Spot> {
  /** Never renamed: `reference-missing`. */
  readonly code: Code;
  readonly severity: Severity;
  /** One lowercase clause that names the offending id. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** The field, as in `findings.purge-2019.evidence[0].source`. */
  readonly path?: string;
  /** The brief that was being built, where only one is touched. */
  readonly brief?: string;
  /** Other places that take part, such as the first of two duplicates. */
  readonly related?: readonly (Spot & { readonly message: string })[];
}

/** A stretch of a file. Lines and columns are 1-based, columns count UTF-16 units; the end is exclusive. */
export interface Spot {
  /** Relative to the project's root, with forward slashes. */
  readonly file: string;
  /** Missing, like the others, where the file cannot be read any more. */
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** diagnostics, host → problems, in the same order. The files that they point into are read again. */
export async function placeDiagnostics(
  diagnostics: readonly Diagnostic[],
  { project, shipped }: Pick<Host, 'project' | 'shipped'>,
): Promise<readonly Problem[]> {
  const texts = new Map<string, string | undefined>();
  for (const { span, related = [] } of diagnostics) {
    for (const at of [span, ...related.map((one) => one.span)]) {
      if (at === undefined || texts.has(at.file)) continue;
      texts.set(at.file, (await textOf(project, at.file)) ?? (await textOf(shipped, at.file)));
    }
  }
  const spot = (span: Span) => spotOf(span, texts.get(span.file));
  return diagnostics.map(({ span, related, ...rest }) => ({
    ...rest,
    ...(span === undefined ? {} : spot(span)),
    ...(related === undefined
      ? {}
      : { related: related.map((one) => ({ message: one.message, ...spot(one.span) })) }),
  }));
}

function spotOf({ file, start, end }: Span, text: string | undefined): Spot {
  if (text === undefined) return { file };
  const from = positionAt(text, start);
  const to = positionAt(text, end);
  return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** As the loader sees it: line ends are LF. */
async function textOf(files: ReadonlyFiles, path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await files.read(path)).replace(/\r\n?/g, '\n');
  } catch {
    // It has gone since, or is in the other place; a problem without its line is better than none.
    return undefined;
  }
}
