/** The standards that ship with the tool, read and parsed: scales, grades, words of a language. */
import { parse } from 'yaml';
import type { ReadonlyFiles } from '../model/host.ts';
import { type Memory, noMemory } from '../model/memory.ts';
import { packedStandards } from '../model/packed-standards.ts';
import { type Standards, type StandardsFile, standardsOf } from '../model/standards.ts';

/** shipped files → standards. */
export async function loadStandards(
  shipped: ReadonlyFiles,
  memory: Memory = noMemory,
): Promise<Standards> {
  const isPacked = (await shipped.size(packedStandards)) !== undefined;
  if (!isPacked) return standardsOf(await readEach(shipped, memory));
  const bytes = await shipped.read(packedStandards);
  return memory.once('standards', bytes, () => standardsOf(readPacked(bytes)));
}

/** What `npm run build` has packed; YAML takes as long to parse as a project's own data. */
function readPacked(bytes: Uint8Array): StandardsFile[] {
  const files: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return Object.entries(files as object).map(([path, value]) => ({ path, value }));
}

async function readEach(shipped: ReadonlyFiles, memory: Memory): Promise<StandardsFile[]> {
  const paths = (await shipped.list('standards')).filter((path) => path.endsWith('.yaml'));
  return Promise.all(
    paths.map(async (path) => {
      const bytes = await shipped.read(path);
      const value = memory.once('standard', bytes, (): unknown =>
        parse(new TextDecoder().decode(bytes)),
      );
      return { path, value };
    }),
  );
}
