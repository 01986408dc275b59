/** The standards that ship with the tool, read and parsed: scales, grades, words of a language. */
import { parse } from 'yaml';
import type { ReadonlyFiles } from '../model/host.ts';
import { type Standards, standardsOf } from '../model/standards.ts';

/** shipped files → standards. */
export async function loadStandards(shipped: ReadonlyFiles): Promise<Standards> {
  const paths = (await shipped.list('standards')).filter((path) => path.endsWith('.yaml'));
  const files = await Promise.all(
    paths.map(async (path) => ({
      path,
      value: parse(new TextDecoder().decode(await shipped.read(path))) as unknown,
    })),
  );
  return standardsOf(files);
}
