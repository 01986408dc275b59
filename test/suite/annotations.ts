/**
 * Expectations inside the input: below the line that they speak of stands a line of carets under the
 * very characters, then severity and code, and after a colon, where it matters, a part of the message
 * or of the hint:
 *
 *     findings:
 *       purge: { statment: Channels were removed. }
 *                ^^^^^^^^ error field-unknown: did you mean "statement"
 *
 * Such lines are taken out before the file is read, so they may stand anywhere, inside a text too.
 */
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { positionAt } from '../../src/model/span.ts';

const pattern = /^( *)(\^+) (error|warning|info) ([a-z0-9-]+)(?:: (.+))?$/;

/** One expectation: where, as 1-based line and column with a length, and what. */
interface Expectation {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly severity: string;
  readonly code: string;
  readonly words: string | undefined;
  readonly raw: string;
}

/** A file of a case, without and with its expectations. */
export interface Annotated {
  readonly source: string;
  readonly text: string;
  readonly expectations: readonly Expectation[];
}

/** text with expectations → the two apart. */
export function readAnnotations(source: string): Annotated {
  const kept: string[] = [];
  const expectations: Expectation[] = [];
  for (const raw of source.split('\n')) {
    const [, indent = '', carets = '', severity = '', code = '', words] = pattern.exec(raw) ?? [];
    if (carets === '') {
      kept.push(raw);
      continue;
    }
    const place = { line: kept.length, column: indent.length + 1, length: carets.length };
    expectations.push({ ...place, severity, code, words, raw });
  }
  return { source, text: kept.join('\n'), expectations };
}

/** The file as it would have to be annotated for these diagnostics: equal to the source, or a diff to read. */
export function annotate(
  { text, expectations }: Annotated,
  diagnostics: readonly Diagnostic[],
): string {
  const found = diagnostics.map((diagnostic) => {
    const { start = 0, end = 0 } = diagnostic.span ?? {};
    const { line, column } = positionAt(text, start);
    const lineEnd = text.indexOf('\n', start) === -1 ? text.length : text.indexOf('\n', start);
    return { line, column, length: Math.max(1, Math.min(end, lineEnd) - start), diagnostic };
  });
  const notes = found.map((one) => {
    const { line, column, length, diagnostic } = one;
    const { severity, code, message, hint = '' } = diagnostic;
    const expected = expectations.find(
      (wanted) =>
        wanted.line === line &&
        wanted.column === column &&
        wanted.length === length &&
        wanted.severity === severity &&
        wanted.code === code &&
        `${message}\n${hint}`.includes(wanted.words ?? ''),
    );
    const marks = `${' '.repeat(column - 1)}${'^'.repeat(length)}`;
    return {
      line,
      column,
      raw: expected?.raw ?? `${marks} ${severity} ${code}: ${hint || message}`,
    };
  });
  notes.sort((a, b) => a.line - b.line || a.column - b.column || (a.raw < b.raw ? -1 : 1));
  return text
    .split('\n')
    .flatMap((line, index) => [
      line,
      ...notes.filter((note) => note.line === index + 1).map(({ raw }) => raw),
    ])
    .join('\n');
}
