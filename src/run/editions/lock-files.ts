/** The lock files of editions: `data/editions/<brief>/<n>.yaml`. */
import { parse, stringify } from 'yaml';
import { diagnose } from '../../model/diagnostic.ts';
import type { Files, ReadonlyFiles } from '../../model/host.ts';
import { type Memory, noMemory } from '../../model/memory.ts';
import { clean, type Outcome } from '../../model/outcome.ts';
import { type Edition, edition } from '../../model/schema/edition.ts';

/** Where editions lie. `load` passes this folder over. */
export const editionFolder = 'data/editions';

/**
 * project, brief → its editions, first to last. Reports `edition-broken` for a file that was changed
 * by hand until it was no lock any more.
 */
export async function readEditions(
  project: ReadonlyFiles,
  brief: string,
  memory: Memory = noMemory,
): Promise<Outcome<readonly Edition[]>> {
  const paths = (await project.list(`${editionFolder}/${brief}`)).filter((path) =>
    /\/\d+\.yaml$/.test(path),
  );
  const read = await Promise.all(paths.map((path) => readEdition(project, path, memory)));
  const editions = read.flatMap(({ value }) => value ?? []);
  return {
    value: editions.sort((a, b) => a.edition - b.edition),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

async function readEdition(
  project: ReadonlyFiles,
  path: string,
  memory: Memory,
): Promise<Outcome<Edition | undefined>> {
  const bytes = await project.read(path);
  return memory.once('edition', bytes, () => parseEdition(path, bytes));
}

function parseEdition(path: string, bytes: Uint8Array): Outcome<Edition | undefined> {
  const broken = (problem: string): Outcome<undefined> => ({
    value: undefined,
    diagnostics: [diagnose('edition-broken', { file: path, problem })],
  });
  const text = new TextDecoder().decode(bytes);
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 0 });
  } catch {
    return broken('it is not YAML');
  }
  const result = edition.safeParse(value);
  if (result.success) return clean(result.data);
  const [issue] = result.error.issues;
  return broken(`the field "${issue?.path.join('.')}" is wrong`);
}

/** The path of an edition's lock file. */
export function lockPath(brief: string, number: number): string {
  return `${editionFolder}/${brief}/${number}.yaml`;
}

const preamble = `# A released edition, frozen by "brief release". Do not edit: "brief verify" would find out.\n`;

/** Writes an edition's lock file in one step. */
export async function writeEdition(project: Files, lock: Edition): Promise<string> {
  const path = lockPath(lock.brief, lock.edition);
  const text = preamble + stringify(lock, { lineWidth: 0, aliasDuplicateObjects: false });
  await project.write(path, new TextEncoder().encode(text));
  return path;
}
