/** The standards that ship with the tool, read and parsed: scales, grades, words of a language. */
import { parse } from 'yaml';
import type { ReadonlyFiles } from '../model/host.ts';
import { type Memory, noMemory } from '../model/memory.ts';
import { type Standards, standardsOf } from '../model/standards.ts';

/** shipped files → standards. */
export async function loadStandards(
  shipped: ReadonlyFiles,
  memory: Memory = noMemory,
): Promise<Standards> {
  const paths = (await shipped.list('standards')).filter((path) => path.endsWith('.yaml'));
  const files = await Promise.all(
    paths.map(async (path) => {
      const bytes = await shipped.read(path);
      const value = memory.once('standard', bytes, (): unknown =>
        parse(new TextDecoder().decode(bytes)),
      );
      return { path, value };
    }),
  );
  return standardsOf(files);
}
