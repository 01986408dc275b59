/** Lints YAML written in a test, through the real loader, schema and shipped standards. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { check } from '../../../src/check/check.ts';
import { lintLanguage } from '../../../src/check/language.ts';
import { loadFile } from '../../../src/load/load.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import type { LoadedFile, Records } from '../../../src/model/stages.ts';
import { type Standards, standardsOf } from '../../../src/model/standards.ts';
import { allSteps } from '../../../src/model/steps.ts';

/** The standards as they ship. */
export const standards: Standards = standardsOf(
  readdirSync('standards', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const path = `standards/${name}`;
      return { path, value: parse(readFileSync(path, 'utf8')) };
    }),
);

/** Data files by path; a publisher who uses PHIA is there unless the test brings its own. */
export type Files = Readonly<Record<string, string>>;

const house = 'publisher: { name: An Office, lang: en-GB, defaults: { scale: phia } }\n';

/** files → records; a mistake in the YAML of a test throws. */
export function recordsOf(files: Files): { records: Records; loaded: readonly LoadedFile[] } {
  const all = Object.entries({ 'data/publisher.yaml': house, ...files });
  const loaded = all.flatMap(([path, text]) => {
    const { value, diagnostics } = loadFile(path, new TextEncoder().encode(text));
    mustBeSound(diagnostics);
    return value === undefined ? [] : [value];
  });
  const { value: records, diagnostics } = check({ files: loaded, unread: [] });
  mustBeSound(diagnostics);
  return { records, loaded };
}

/** What was found: the code, and the stretch of YAML that it points at. */
export interface Found {
  readonly code: string;
  readonly at: string;
  readonly diagnostic: Diagnostic;
}

/** files (or the text of one data file), code → what that rule found, in order. */
export function lint(files: Files | string, code: string): Found[] {
  const { records, loaded } = recordsOf(
    typeof files === 'string' ? { 'data/d.yaml': files } : files,
  );
  const { diagnostics } = allSteps(lintLanguage({ records, standards }));
  return diagnostics
    .filter((diagnostic) => diagnostic.code === code)
    .map((diagnostic) => ({ code, at: quoted(loaded, diagnostic), diagnostic }));
}

/** The same, the stretches alone. */
export function stretches(files: Files | string, code: string): string[] {
  return lint(files, code).map(({ at }) => at);
}

/** A data file with one finding that says this. */
export function finding(statement: string): string {
  return `findings:\n  f:\n    statement: ${JSON.stringify(statement)}\n`;
}

/** A data file with one takeaway, and a finding for it to rest on. */
export function takeaway(lead: string, fields = ''): string {
  const more = fields === '' ? '' : `    ${fields.trim().replaceAll('\n', '\n    ')}\n`;
  return `takeaways:\n  t:\n    lead: ${JSON.stringify(lead)}\n    findings: []\n${more}`;
}

function quoted(loaded: readonly LoadedFile[], { span }: Diagnostic): string {
  const file = loaded.find(({ path }) => path === span?.file);
  if (file === undefined || span === undefined) throw new Error('a diagnostic without a place');
  return file.text.slice(span.start, span.end);
}

function mustBeSound(diagnostics: readonly Diagnostic[]): void {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  if (first !== undefined) throw new Error(`${first.code}: ${first.message} ${first.hint ?? ''}`);
}
