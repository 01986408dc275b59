/** Diagnostics as other programs want them: with lines and columns instead of offsets. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Host, ReadonlyFiles } from '../model/host.ts';
import { positionAt, type Span } from '../model/span.ts';
import type { Problem, Spot } from './report.ts';

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
  return diagnostics.map(({ span, related, isLineHidden: _, ...rest }) => ({
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
