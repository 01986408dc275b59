/** Prints diagnostics in order of file and place, and counts them. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Host, HostError, type ReadonlyFiles } from '../../model/host.ts';
import { compareCodePoints } from '../../model/order.ts';
import { positionAt } from '../../model/span.ts';
import type { Terminal } from '../terminal.ts';
import { formatDiagnostic, type TextOf } from './code-frame.ts';

/** diagnostics → printed for a person, on standard error. */
export async function reportDiagnostics(
  diagnostics: readonly Diagnostic[],
  host: Host,
  terminal: Terminal,
): Promise<void> {
  const textOf = await textsOf(diagnostics, host);
  for (const diagnostic of inOrder(diagnostics)) {
    terminal.error(`${formatDiagnostic(diagnostic, textOf, terminal)}\n`);
  }
}

/** The same for machines: an array of objects with 1-based lines and columns. */
export async function diagnosticsAsJson(
  diagnostics: readonly Diagnostic[],
  host: Host,
): Promise<string> {
  const textOf = await textsOf(diagnostics, host);
  const rows = inOrder(diagnostics).map(({ span, related, ...rest }) => ({
    ...rest,
    ...(span === undefined ? {} : placeAsJson(span, textOf)),
    ...(related === undefined
      ? {}
      : {
          related: related.map((one) => ({
            message: one.message,
            ...placeAsJson(one.span, textOf),
          })),
        }),
  }));
  return JSON.stringify(rows, undefined, 2);
}

/** "3 errors, 1 warning", or undefined where there is nothing to count. */
export function countOf(diagnostics: readonly Diagnostic[]): string | undefined {
  const parts = (['error', 'warning'] as const).flatMap((severity) => {
    const count = diagnostics.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** By file, then by place. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareCodePoints(a.span?.file ?? '', b.span?.file ?? '') ||
      (a.span?.start ?? 0) - (b.span?.start ?? 0) ||
      compareCodePoints(a.code, b.code),
  );
}

function placeAsJson(span: NonNullable<Diagnostic['span']>, textOf: TextOf) {
  const text = textOf(span.file);
  const start = text === undefined ? undefined : positionAt(text, span.start);
  const end = text === undefined ? undefined : positionAt(text, span.end);
  return {
    file: span.file,
    ...(start === undefined || end === undefined
      ? {}
      : { line: start.line, column: start.column, endLine: end.line, endColumn: end.column }),
  };
}

/** Largest file that is read for its lines, in bytes; one so large was refused, not searched. */
const maxShownBytes = 20_000_000;

/** Files are read once more for their lines; what cannot be read is shown without. */
export async function textsOf(diagnostics: readonly Diagnostic[], host: Host): Promise<TextOf> {
  const spans = diagnostics.flatMap(({ span, related = [] }) => [
    ...(span === undefined ? [] : [span]),
    ...related.map((one) => one.span),
  ]);
  const paths = [...new Set(spans.map((span) => span.file))];
  const texts = new Map<string, string | undefined>();
  // Copies of a file become one text, so that it is seen at a glance that they are the same.
  const known = new Map<string, string>();
  for (const path of paths) {
    const text = (await readText(host.project, path)) ?? (await readText(host.shipped, path));
    const first = text === undefined ? undefined : (known.get(text) ?? text);
    if (first !== undefined) known.set(first, first);
    texts.set(path, first);
  }
  return (file) => texts.get(file);
}

async function readText(files: ReadonlyFiles, path: string): Promise<string | undefined> {
  try {
    const size = await files.size(path);
    if (size === undefined || size > maxShownBytes) return undefined;
    const text = new TextDecoder().decode(await files.read(path));
    return text.replace(/\r\n?/g, '\n');
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}
