/** The licences of what was bundled: most of them ask that their text goes where their code goes. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The parts of a `package.json` that are looked at. */
interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
}

/**
 * absolute paths of modules, file to write → how many packages it names. Throws where a package says
 * nothing of its licence.
 */
export function writeNotices(modules: readonly string[], target: string): number {
  const folders = new Set(modules.flatMap((path) => packageFolder(path) ?? []));
  const notices = new Map([...folders].map(noticeOf));
  const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1));
  const rule = '-'.repeat(80);
  const text = sorted.map(([title, licence]) => `${rule}\n${title}\n\n${licence.trim()}\n`);
  writeFileSync(target, `This package contains code of the packages below.\n\n${text.join('\n')}`);
  return sorted.length;
}

/** Module below `node_modules` → the folder of its package: the nearest manifest with a version. */
function packageFolder(path: string): string | undefined {
  if (!path.includes('/node_modules/')) return undefined;
  for (let folder = dirname(path); !folder.endsWith('/node_modules'); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && manifestOf(folder).version) return folder;
  }
  return undefined;
}

function noticeOf(folder: string): readonly [title: string, text: string] {
  const { name, version, license } = manifestOf(folder);
  if (license === undefined) throw new Error(`${folder} does not name its licence`);
  const file = readdirSync(folder).find((each) => /^licen[cs]e|^copying/i.test(each));
  const text =
    file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8');
  return [`${name} ${version} (${license})`, text];
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
