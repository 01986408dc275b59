/**
 * Diagnostics as annotations of GitHub Actions: one line each on standard output, which GitHub shows
 * beside the lines of a pull request. Source: GitHub, "Workflow commands for GitHub Actions".
 */
import type { Diagnostic, Severity } from '../../../model/diagnostic.ts';
import type { TextOf } from '../code-frame.ts';
import { pathFrom, regionOf } from './place.ts';

const commandOf: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** diagnostics, texts of their files, project's folder → lines. */
export function githubReport(
  diagnostics: readonly Diagnostic[],
  textOf: TextOf,
  root: string,
): string[] {
  return diagnostics.map((diagnostic) => {
    const { code, severity, message, hint } = diagnostic;
    const fields = [...placeFields(diagnostic, textOf, root), ['title', code]];
    const properties = fields.map(([name, value = '']) => `${name}=${escapeProperty(value)}`);
    const text = hint === undefined ? message : `${message}\n${hint}`;
    return `::${commandOf[severity]} ${properties.join(',')}::${escapeData(text)}`;
  });
}

function placeFields({ span }: Diagnostic, textOf: TextOf, root: string): string[][] {
  if (span === undefined) return [];
  const file = ['file', pathFrom(span.file, root)];
  const region = regionOf(span, textOf);
  if (region === undefined) return [file];
  const { start, end } = region;
  const lines = [
    ['line', String(start.line)],
    ['endLine', String(end.line)],
  ];
  // GitHub takes columns only where they belong to one line.
  if (start.line !== end.line) return [file, ...lines];
  const columns = [
    ['col', String(start.column)],
    ['endColumn', String(end.column)],
  ];
  return [file, ...lines, ...columns];
}

// Source: actions/toolkit, packages/core/src/command.ts.
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
