/**
 * The first stage: data files → values that know where they came from. It reads every YAML file
 * below `data/` once, so a build sees one snapshot, and it checks nothing but that they can be read.
 */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { ReadonlyFiles } from '../model/host.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Loaded, LoadedFile } from '../model/stages.ts';
import { decode, suspiciousCharacters } from './decode.ts';
import { createLocator } from './locate.ts';
import { parseYaml } from './parse-yaml.ts';

/** project, folder → every YAML file below it, in order of the paths' code points. */
export async function load(project: ReadonlyFiles, folder = 'data'): Promise<Outcome<Loaded>> {
  const paths = (await project.list(folder)).filter((path) => /\.ya?ml$/i.test(path));
  const bytes = await Promise.all(paths.map((path) => project.read(path)));
  const files: LoadedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, path] of paths.entries()) {
    const outcome = loadFile(path, bytes[index] ?? new Uint8Array());
    diagnostics.push(...outcome.diagnostics);
    if (outcome.value !== undefined) files.push(outcome.value);
  }
  return { value: { files }, diagnostics };
}

/** path and bytes → one file; `undefined` where its text could not be parsed at all. */
export function loadFile(path: string, bytes: Uint8Array): Outcome<LoadedFile | undefined> {
  const decoded = decode(path, bytes);
  const text = decoded.value;
  if (text === undefined) return { value: undefined, diagnostics: decoded.diagnostics };
  const parsed = parseYaml(path, text);
  const diagnostics = [...decoded.diagnostics, ...parsed.diagnostics];
  if (parsed.document === undefined || parsed.value === undefined) {
    return { value: undefined, diagnostics };
  }
  const root = rootProblem(path, text, parsed.value);
  if (root !== undefined) return { value: undefined, diagnostics: [...diagnostics, root] };
  const locator = createLocator(path, text, parsed.document);
  const file: LoadedFile = { path, text, value: parsed.value, ...locator };
  return { value: file, diagnostics: [...diagnostics, ...escapedCharacters(file, file.value, [])] };
}

function rootProblem(file: string, text: string, value: unknown): Diagnostic | undefined {
  const span = { file, start: 0, end: Math.max(text.indexOf('\n'), 0) };
  if (value === null) return diagnose('yaml-empty', {}, { span });
  if (Array.isArray(value)) return diagnose('yaml-not-a-mapping', { found: 'a list' }, { span });
  if (typeof value === 'object') return undefined;
  return diagnose('yaml-not-a-mapping', { found: 'a single text' }, { span });
}

/** Characters that came in by an escape ("\u202e") are as unwelcome as those that were typed. */
function escapedCharacters(
  file: LoadedFile,
  value: unknown,
  path: readonly (string | number)[],
): Diagnostic[] {
  if (typeof value === 'string') {
    if (file.sourceOf(path)?.raw.includes('\\') !== true) return [];
    return suspiciousCharacters(file.path, value).flatMap((diagnostic) => {
      const { start = 0, end = 0 } = diagnostic.span ?? {};
      const span = file.locateWithin(path, start, end);
      const isTyped = file.text.charAt(span.start) === value.charAt(start);
      return isTyped ? [] : [{ ...diagnostic, span }];
    });
  }
  if (!file.text.includes('\\') || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    escapedCharacters(file, child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
