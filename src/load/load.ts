/**
 * The first stage: data files → values that know where they came from. It reads every YAML file
 * below `data/` once, so a build sees one snapshot, and checks nothing but that they can be read. The
 * locks of released editions are no data.
 */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { HostError, type ReadonlyFiles } from '../model/host.ts';
import { type Memory, noMemory } from '../model/memory.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Loaded, LoadedFile } from '../model/stages.ts';
import { unreadable } from '../model/unreadable.ts';
import { explainSuspects, suspectsIn } from './characters.ts';
import { decode, decodeLoosely, maxBytes, tooLarge } from './decode.ts';
import { escapedSuspects } from './escaped-suspects.ts';
import { createLocator } from './locate.ts';
import { parseYaml } from './parse-yaml.ts';

/**
 * project, folder → every YAML file below it, in order of the paths' code points. Reports
 * `file-unreadable`, also for a linked folder that cannot be followed. What is remembered is
 * known by the object that holds a file's bytes.
 */
export async function load(
  project: ReadonlyFiles,
  folder = 'data',
  memory: Memory = noMemory,
): Promise<Outcome<Loaded>> {
  const paths = (await project.list(folder)).filter(
    (path) => /\.ya?ml$|\/$/i.test(path) && !path.startsWith(`${folder}/editions/`),
  );
  const outcomes = await Promise.all(paths.map((path) => readFile(project, path, memory)));
  return {
    value: {
      files: outcomes.flatMap(({ value }) => value.file ?? []),
      unread: outcomes.flatMap(({ value }) => value.unread ?? []),
    },
    diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** A file as far as it could be read: whole, or what there is of it. */
interface ReadFile {
  readonly file?: LoadedFile;
  readonly unread?: string;
}

async function readFile(
  project: ReadonlyFiles,
  path: string,
  memory: Memory,
): Promise<Outcome<ReadFile>> {
  const size = await sizeOf(project, path);
  if (size !== undefined && size > maxBytes) {
    return { value: {}, diagnostics: [tooLarge(path, size)] };
  }
  try {
    const bytes = await project.read(path);
    const { value, diagnostics } = memory.once('load', bytes, () => loadFile(path, bytes));
    return {
      value: value === undefined ? { unread: decodeLoosely(bytes) } : { file: value },
      diagnostics,
    };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const span = { file: path, start: 0, end: 0 };
    const isLink = error.kind === 'path-outside';
    const hint = isLink
      ? { hint: 'put a copy of what it leads to in its place, or remove it' }
      : {};
    return {
      value: {},
      diagnostics: [diagnose('file-unreadable', { reason: error.message }, { span, ...hint })],
    };
  }
}

/** A size that cannot be asked for is no problem yet: reading will say what is wrong. */
async function sizeOf(project: ReadonlyFiles, path: string): Promise<number | undefined> {
  return project.size(path).catch((error: unknown) => {
    if (error instanceof HostError) return undefined;
    throw error;
  });
}

/** path and bytes → one file; `undefined` where its text could not be parsed at all. */
export function loadFile(path: string, bytes: Uint8Array): Outcome<LoadedFile | undefined> {
  const decoded = decode(path, bytes);
  const text = decoded.value;
  if (text === undefined) return { value: undefined, diagnostics: decoded.diagnostics };
  const typed = suspectsIn(path, text);
  const parsed = parseYaml(path, text);
  const failed = (...more: Diagnostic[]) => ({
    value: undefined,
    diagnostics: [...explainSuspects(typed, text), ...parsed.diagnostics, ...more],
  });
  const isUsable = parsed.value !== undefined && parsed.value !== unreadable;
  if (parsed.find === undefined || !isUsable) return failed();
  const root = rootProblem(path, text, parsed.value);
  if (root !== undefined) return failed(root);
  const file: LoadedFile = {
    path,
    text,
    value: parsed.value,
    ...createLocator(path, text, parsed.find),
  };
  const suspects = [...typed, ...escapedSuspects(file)];
  return { value: file, diagnostics: [...explainSuspects(suspects, text), ...parsed.diagnostics] };
}

function rootProblem(file: string, text: string, value: unknown): Diagnostic | undefined {
  const first = /^\s*/.exec(text)?.[0].length ?? 0;
  const lineEnd = text.indexOf('\n', first);
  const span = { file, start: first, end: lineEnd === -1 ? text.length : lineEnd };
  if (value === null) return diagnose('yaml-empty', {}, { span: { file, start: 0, end: 0 } });
  if (Array.isArray(value)) return diagnose('yaml-not-a-mapping', { found: 'a list' }, { span });
  if (typeof value === 'object') return undefined;
  return diagnose('yaml-not-a-mapping', { found: 'a single text' }, { span });
}
