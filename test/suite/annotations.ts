/**
 * Expectations inside the input: below the line that they speak of stands a line of carets under the
 * very characters, then severity and code, and after a colon, where it matters, a part of the message
 * or of the hint:
 *
 *     findings:
 *       purge: { statment: Channels were removed. }
 *                ^^^^^^^^ error field-unknown: did you mean "statement"
 *
 * A second place that a diagnostic names, such as the first of two duplicates, is marked with `also` for
 * a severity. Such lines are taken out before the file is read, so they may stand anywhere, inside a text too.
 */
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { positionAt, type Span } from '../../src/model/span.ts';

const pattern = /^( *)(\^+) (error|warning|info|also) ([a-z0-9-]+)(?:: (.+))?$/;

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

/** One thing to write below a line. */
interface Note {
  readonly span: Span;
  readonly severity: string;
  readonly code: string;
  /** What an expectation's words are looked for in. */
  readonly said: string;
}

/** The notes that diagnostics leave in one file. */
function notesIn(path: string, diagnostics: readonly Diagnostic[]): Note[] {
  return diagnostics.flatMap(({ severity, code, message, hint, span, related = [] }) => {
    const said = hint === undefined ? message : `${hint}\n${message}`;
    const own = span === undefined ? [] : [{ span, severity, code, said }];
    const others = related.map((one) => {
      return { span: one.span, severity: 'also', code, said: one.message };
    });
    return [...own, ...others].filter(({ span: { file } }) => file === path);
  });
}

/** The file as it would have to be annotated for these diagnostics: equal to the source, or a diff to read. */
export function annotate(
  path: string,
  { text, expectations }: Annotated,
  diagnostics: readonly Diagnostic[],
): string {
  const notes = notesIn(path, diagnostics).map(({ span, severity, code, said }) => {
    const { line, column } = positionAt(text, span.start);
    const lineEnd = text.indexOf('\n', span.start);
    const end = Math.min(span.end, lineEnd === -1 ? text.length : lineEnd);
    const length = Math.max(1, end - span.start);
    const expected = expectations.find(
      (wanted) =>
        wanted.line === line &&
        wanted.column === column &&
        wanted.length === length &&
        wanted.severity === severity &&
        wanted.code === code &&
        said.includes(wanted.words ?? ''),
    );
    const marks = `${' '.repeat(column - 1)}${'^'.repeat(length)}`;
    const [words = ''] = said.split('\n');
    return { line, column, raw: expected?.raw ?? `${marks} ${severity} ${code}: ${words}` };
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
