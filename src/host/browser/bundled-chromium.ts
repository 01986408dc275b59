/**
 * The Chromium inside the npm package `@sparticuz/chromium` (Linux x64): where the package lies, and
 * whether it has been unpacked. Nothing of the package is imported: its code would unpack into a
 * predictable place that everybody can write to.
 */
import { existsSync, lstatSync, readFileSync, type Stats, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { requirePrivate } from './private-folder.ts';
import type { BrowserSettings } from './settings.ts';

/** The package as npm installed it. */
export interface ChromiumPackage {
  readonly version: string;
  /** Folder of the compressed files. */
  readonly archiveFolder: string;
}

/** The package's content, ready to run. */
export interface UnpackedChromium {
  readonly executable: string;
  /** NSS, NSPR and expat for systems that lack them. */
  readonly libraryFolder: string;
  /** One family, drawn where a document's own fonts lack a character. */
  readonly fontFolder: string;
}

/** Names inside the unpacked folder; `inventory` is written last and lists the others with their sizes. */
export const unpackedNames = {
  executable: 'chromium',
  libraries: 'lib',
  fonts: 'fonts',
  inventory: 'complete.json',
} as const;

/** The loader that the program asks for; without it (musl, NixOS) it cannot start. Source: its ELF header. */
const programLoader = '/lib64/ld-linux-x86-64.so.2';

/** settings → the package, or undefined where it is not installed or cannot run on this machine. */
export function findChromiumPackage(settings: BrowserSettings): ChromiumPackage | undefined {
  if (settings.platform !== 'linux' || settings.architecture !== 'x64') return undefined;
  const root = packageRoot();
  if (root === undefined || !existsSync(programLoader)) return undefined;
  const archiveFolder = join(root, 'bin');
  const description: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const version = isVersioned(description) ? description.version : undefined;
  return version === undefined || !existsSync(archiveFolder)
    ? undefined
    : { version, archiveFolder };
}

/** Name of the folder that one version is unpacked to. */
export function unpackedFolderName(chromium: ChromiumPackage): string {
  return `chromium-${chromium.version}`;
}

/**
 * What an earlier run unpacked, if it is whole; costs a few calls of stat. Throws `browser-failed`
 * where a folder of that name is not this user's own, so that a planted browser never runs.
 */
export function findUnpacked(
  chromium: ChromiumPackage,
  settings: BrowserSettings,
): UnpackedChromium | undefined {
  for (const cacheFolder of settings.cacheFolders) {
    const folder = join(cacheFolder, unpackedFolderName(chromium));
    for (const path of [cacheFolder, folder]) {
      const status = statusOf(path);
      if (status !== undefined) requirePrivate(path, status, settings.userId);
    }
    if (isComplete(folder)) return unpackedIn(folder);
  }
  return undefined;
}

/** True where every file of the inventory is there with its size. */
export function isComplete(folder: string): boolean {
  try {
    const inventory: unknown = JSON.parse(
      readFileSync(join(folder, unpackedNames.inventory), 'utf8'),
    );
    return (
      isInventory(inventory) &&
      unpackedNames.executable in inventory &&
      Object.entries(inventory).every(([name, size]) => statSync(join(folder, name)).size === size)
    );
  } catch {
    return false;
  }
}

/** folder → the paths in it. */
export function unpackedIn(folder: string): UnpackedChromium {
  return {
    executable: join(folder, unpackedNames.executable),
    libraryFolder: join(folder, unpackedNames.libraries),
    fontFolder: join(folder, unpackedNames.fonts),
  };
}

function packageRoot(): string | undefined {
  try {
    // The entry is build/index.js; package.json itself is not among the package's exports.
    return dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  } catch {
    return undefined;
  }
}

function statusOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function isVersioned(value: unknown): value is { readonly version: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'string' &&
    /^[\w.+-]+$/.test(value.version)
  );
}

function isInventory(value: unknown): value is Readonly<Record<string, number>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((size) => typeof size === 'number')
  );
}
