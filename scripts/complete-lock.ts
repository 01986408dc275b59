/**
 * Puts back into package-lock.json the optional packages of other systems. npm leaves out those that
 * its registry does not have at the moment (a mirror may keep only what its own machines need), and
 * then `npm ci` refuses the file. Run it after `npm install`: node scripts/complete-lock.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The parts of a lock file, version 3, that are looked at. Source: npm docs, package-lock.json. */
export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** lock file → the optional packages that it names and does not hold, by the place they belong to. */
export function missingOptionals({ packages }: LockFile): ReadonlyMap<string, LockedPackage> {
  const missing = new Map<string, LockedPackage>();
  for (const [place, { dev, optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const system = systemOf(name);
      // Only exact versions: a range could not be resolved without the registry.
      if (system === undefined || !/^\d/.test(version)) continue;
      const places = placesOf(name, place);
      const holder = places.find((each) => each in packages || missing.has(each));
      if (holder !== undefined && (packages[holder] ?? missing.get(holder))?.version === version) {
        continue;
      }
      const free = holder === undefined ? places.at(-1) : places[0];
      const entry = { version, ...(dev === true ? { dev } : {}), optional: true, ...system };
      if (free !== undefined) missing.set(free, inOrder(entry));
    }
  }
  return missing;
}

/** Where node looks for a package that the one at `place` asks for: beside it first, the root last. */
function placesOf(name: string, place: string): readonly string[] {
  const parents = place.split('/node_modules/');
  return parents.map((_, index) => {
    const above = parents.slice(0, parents.length - index).join('/node_modules/');
    return index === parents.length - 1 ? `node_modules/${name}` : `${above}/node_modules/${name}`;
  });
}

/** As npm writes it: the version first, the rest by the alphabet. */
function inOrder({ version, ...rest }: LockedPackage): LockedPackage {
  const sorted = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...(version === undefined ? {} : { version }), ...Object.fromEntries(sorted) };
}

// Names as node's `process.platform` and `process.arch` have them, then the systems that only some name.
const systems =
  /(android|darwin|freebsd|linux|openharmony|win32|wasm32)(?:-([a-z0-9]+))?(?:-([a-z]+))?$/;

/** `@x/y-linux-arm64-musl` → where npm may install it; undefined where the name says nothing. */
function systemOf(name: string) {
  const [, os, cpu, variant] = systems.exec(name) ?? [];
  if (os === undefined) return undefined;
  if (os === 'wasm32') return { cpu: ['wasm32'] };
  return {
    os: [os],
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(variant === 'musl' ? { libc: ['musl'] } : {}),
    ...(os === 'linux' && variant === 'gnu' ? { libc: ['glibc'] } : {}),
  };
}

function completeLock(path: string): number {
  const lock = JSON.parse(readFileSync(path, 'utf8')) as LockFile;
  const missing = missingOptionals(lock);
  const packages = { ...lock.packages, ...Object.fromEntries(missing) };
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: sorted }, undefined, 2)}\n`);
  return missing.size;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const path of ['package-lock.json', 'bench/package-lock.json']) {
    console.log(`${path}: ${completeLock(path)} packages of other systems put back`);
  }
}
