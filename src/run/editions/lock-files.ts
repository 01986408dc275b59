/** The lock files of editions: `data/editions/<brief>/<n>.yaml`. */
import { parse, stringify } from 'yaml';
import type { Files, ReadonlyFiles } from '../../model/host.ts';
import { type Edition, edition } from '../../model/schema/edition.ts';

/** Where editions lie. `load` passes this folder over. */
export const editionFolder = 'data/editions';

/** project, brief → its editions, first to last. Throws `BrokenLock` on one that cannot be read. */
export async function readEditions(project: ReadonlyFiles, brief: string): Promise<Edition[]> {
  const paths = (await project.list(`${editionFolder}/${brief}`)).filter((path) =>
    /\/\d+\.yaml$/.test(path),
  );
  const editions = await Promise.all(paths.map((path) => readEdition(project, path)));
  return editions.sort((a, b) => a.edition - b.edition);
}

/** A lock file was changed by hand until it was none. */
export class BrokenLock extends Error {
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${path} is not a lock file any more: ${problem}`);
    this.name = 'BrokenLock';
    this.path = path;
  }
}

async function readEdition(project: ReadonlyFiles, path: string): Promise<Edition> {
  const text = new TextDecoder().decode(await project.read(path));
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 0 });
  } catch {
    throw new BrokenLock(path, 'it is not YAML');
  }
  const result = edition.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new BrokenLock(path, `the field "${issue?.path.join('.')}" is wrong`);
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
