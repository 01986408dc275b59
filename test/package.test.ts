/** What package.json and its lock file say against what the sources do. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lostIn } from '../scripts/build/bundle.ts';
import { writeDeclarations } from '../scripts/build/declarations.ts';
import { type LockFile, missingOptionals } from '../scripts/complete-lock.ts';
import { importsOf } from '../scripts/imports-of.ts';
import { oldestNode } from '../src/model/node-version.ts';
import { temporaryFolder } from './host/files/temporary-folder.ts';

const root = join(import.meta.dirname, '..');

/** The parts of package.json that are looked at. */
interface Manifest {
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** A package in the lock file. */
interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly optional?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(root, name), 'utf8')) as T;
}

const manifest = read<Manifest>('package.json');
const lock = read<LockFile & { readonly packages: Readonly<Record<string, Locked>> }>(
  'package-lock.json',
);

/** `@x/y/z` → `@x/y`. */
function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

const imported = new Set(
  globSync('src/**/*.ts', { cwd: root })
    .flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')))
    .map(({ specifier }) => specifier)
    .filter((specifier) => !/^(\.|node:)/.test(specifier))
    .map(packageOf),
);

/**
 * Imported and yet not bundled: of the one, its plug-ins and ours must meet in one copy; beside the
 * others lies the WebAssembly that they run.
 */
const shared = ['@citation-js/core', '@resvg/resvg-wasm', 'wawoff2'];

test('what the sources import is bundled, so it is a development dependency', () => {
  const declared = new Set([...Object.keys(manifest.devDependencies), ...shared]);
  const undeclared = [...imported].filter(
    (name) => !declared.has(name) && !declared.has(`@types/${name}`),
  );
  expect(undeclared).toEqual([]);
});

test('a dependency is only what is found by its path at run time', () => {
  const bundled = Object.keys(manifest.dependencies).filter((name) => imported.has(name));
  expect(bundled.filter((name) => !shared.includes(name))).toEqual([]);
});

test('engines asks for the node that the code asks for', () => {
  expect(manifest.engines.node).toBe(`>=${oldestNode}`);
});

test('the lock file holds the optional packages of other systems, which npm ci insists on', () => {
  expect([...missingOptionals(lock).keys()]).toEqual([]);
});

test('one package brings the program node: npm 10 unlinks it where it skips another of that name', () => {
  const bringing = Object.values(lock.packages).filter(({ bin = {} }) => 'node' in bin);
  expect(bringing).toHaveLength(1);
});

test('the lock file names no registry', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
});

test('the declarations of the public interface name no other package and little of ours', async () => {
  const target = await temporaryFolder();
  expect(writeDeclarations(join(root, 'src'), 'index.ts', target)).toBeLessThan(10);
  for (const file of globSync('**/*.d.ts', { cwd: target })) {
    const text = readFileSync(join(target, file), 'utf8');
    const foreign = importsOf(file, text).filter(({ specifier }) => !specifier.startsWith('.'));
    expect(foreign, file).toEqual([]);
  }
});

/** Licences that let us ship; the others are named with the reason why they may stay. */
const free = new Set(
  ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'CC0-1.0', 'OFL-1.1'].concat(
    ['MIT-0', 'MIT OR Apache-2.0', 'Unlicense', 'BlueOak-1.0.0', 'Python-2.0'],
  ),
);
const excused: readonly (readonly [name: RegExp, licence: string])[] = [
  // Never shipped: tools of the workshop.
  [/^(lightningcss|axe-core)/, 'MPL-2.0'],
  // Draws pixels; an unmodified dependency outside the bundle.
  [/^@resvg\/resvg-wasm$/, 'MPL-2.0'],
  // The citation engine, an unmodified dependency outside the bundle.
  [/^citeproc$/, 'CPAL-1.0 OR AGPL-1.0'],
];

test('every package has a licence that lets it be used', () => {
  const unknown = Object.entries(lock.packages).flatMap(([place, { license = '', optional }]) => {
    const name = place.split('node_modules/').at(-1) ?? '';
    const isExcused = excused.some(([named, of]) => named.test(name) && of === license);
    // What was put back into the lock for other systems carries no licence; its siblings do.
    const isPutBack = license === '' && optional === true;
    const isOkay = place === '' || free.has(license) || isExcused || isPutBack;
    return isOkay ? [] : [`${name}: ${license}`];
  });
  expect(unknown).toEqual([]);
});

test('a bundle that asks for files beside it, or for packages that nobody installs, is refused', () => {
  const code = [
    'const patch = createRequire(import.meta.url)("../data/patch.json");',
    'const scanner = require("./impl/scanner"); const other = require$1("mdn-data/css/types.json");',
    'require("node:fs"); require("stream"); require("@citation-js/core/lib");',
  ].join('\n');
  expect(lostIn(code, ['@citation-js/core'])).toEqual([
    ...['../data/patch.json', './impl/scanner', 'mdn-data/css/types.json'],
  ]);
});
