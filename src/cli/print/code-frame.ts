/** A diagnostic as a good compiler prints it: what, where, the line with the place underlined, the way out. */
import { codeFrame } from '../../model/code-frame.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { positionAt, type Span } from '../../model/span.ts';
import { visible } from '../../model/visible.ts';
import type { Terminal } from '../terminal.ts';
import { displayWidth } from './display-width.ts';

/** path → the text of that file, as far as it is known. */
export type TextOf = (file: string) => string | undefined;

/** diagnostic → lines, without a line end at the last. */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  textOf: TextOf,
  { colour }: Pick<Terminal, 'colour'>,
): string {
  const { severity, code, message, span, path, hint, related = [] } = diagnostic;
  const paint = { error: colour.red, warning: colour.yellow, info: colour.blue }[severity];
  const lines = [
    `${paint(colour.bold(severity))}${colour.dim(`[${code}]`)} ${colour.bold(visible(message))}`,
  ];
  if (span !== undefined) {
    const [where = '', ...line] = frame(span, textOf, colour, paint, path);
    lines.push(where, ...(diagnostic.isLineHidden === true ? [] : line));
  }
  for (const { message: says, span: at } of related) {
    lines.push(`  ${colour.dim('note:')} ${says}: ${whereOf(at, textOf)}`);
  }
  if (hint !== undefined) lines.push(`  ${colour.cyan('help:')} ${visible(hint)}`);
  return lines.join('\n');
}

/** `data/findings.yaml:12:5`. */
export function whereOf(span: Span, textOf: TextOf): string {
  const text = textOf(span.file);
  if (text === undefined) return span.file;
  const { line, column } = positionAt(text, span.start);
  return `${span.file}:${line}:${column}`;
}

function frame(
  span: Span,
  textOf: TextOf,
  colour: Terminal['colour'],
  paint: (text: string) => string,
  path: string | undefined,
): string[] {
  const where = `${colour.cyan(whereOf(span, textOf))}${path === undefined ? '' : colour.dim(`  ${visible(path)}`)}`;
  const text = textOf(span.file);
  if (text === undefined || text === '') return [`  ${colour.dim('-->')} ${where}`];
  const { line, ...window } = codeFrame(span, text);
  const gutter = String(line).length;
  const pad = ' '.repeat(gutter);
  const before = displayWidth(window.text.slice(0, window.start));
  const under = window.text.slice(window.start, window.start + window.length);
  const marks = paint('^'.repeat(Math.max(1, displayWidth(under))));
  return [
    `${pad} ${colour.dim('-->')} ${where}`,
    `${pad} ${colour.dim('|')}`,
    `${colour.dim(`${line} |`)} ${window.text}`,
    `${pad} ${colour.dim('|')} ${' '.repeat(before)}${marks}`,
  ];
}
