/** The standards that ship with the tool, read and parsed: scales, grades, words of a language. */
import { parse } from 'yaml';
import type { ReadonlyFiles } from '../model/host.ts';
import { type Memory, noMemory } from '../model/memory.ts';
import { packedStandards } from '../model/packed-standards.ts';
import { type Standards, type StandardsFile, standardsOf } from '../model/standards.ts';

/** shipped files → standards; with a memory, the same object for the same words. */
export async function loadStandards(
  shipped: ReadonlyFiles,
  memory: Memory = noMemory,
): Promise<Standards> {
  const isPacked = (await shipped.size(packedStandards)) !== undefined;
  const text = isPacked ? await textIn(shipped, packedStandards) : await textOfEach(shipped);
  return memory.once('standards', text, () =>
    standardsOf(isPacked ? unpack(text) : parseEach(text)),
  );
}

async function textIn(shipped: ReadonlyFiles, path: string): Promise<string> {
  return new TextDecoder().decode(await shipped.read(path));
}

/** What `npm run build` has packed; YAML takes as long to parse as a project's own data. */
function unpack(text: string): StandardsFile[] {
  const files: unknown = JSON.parse(text);
  return Object.entries(files as object).map(([path, value]) => ({ path, value }));
}

/** path → text of every file, as JSON. */
async function textOfEach(shipped: ReadonlyFiles): Promise<string> {
  const paths = (await shipped.list('standards')).filter((path) => path.endsWith('.yaml'));
  const texts = paths.map(async (path) => [path, await textIn(shipped, path)]);
  return JSON.stringify(await Promise.all(texts));
}

function parseEach(text: string): StandardsFile[] {
  // As it was written just above.
  const files = JSON.parse(text) as readonly (readonly [path: string, text: string])[];
  return files.map(([path, yaml]) => ({ path, value: parse(yaml) }));
}
