/** The standards as one file of JSON, so that the command need not parse their YAML at every start. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse } from 'yaml';

/** folder of the standards, target → writes path → value, in the order of the paths' code points. */
export function writeStandards(folder: string, target: string): void {
  const paths = globSync('**/*.yaml', { cwd: folder }).toSorted();
  const files = paths.map((path) => [
    ['standards', ...path.split(sep)].join('/'),
    parse(readFileSync(join(folder, path), 'utf8')) as unknown,
  ]);
  writeFileSync(target, JSON.stringify(Object.fromEntries(files)));
}
