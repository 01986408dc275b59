/** Where the tool itself is installed: the same from the sources and from the one bundled file. */
import { readFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMissing } from './system-error.ts';

/** The tool's own package. */
export interface ToolPackage {
  /** Absolute path of its folder. */
  readonly root: string;
  readonly version: string;
  /** Runs as the bundle that `npm run build` makes, in `dist/`. */
  readonly isBuilt: boolean;
  /** Names of the packages that it depends on. */
  readonly dependencies: readonly string[];
  /** Names of the packages that it uses where they are installed. */
  readonly peers: readonly string[];
}

/** Name that the package has in its `package.json`. */
const packageName = 'briefwright';

/** URL of a module of the tool → its package, found by walking up. Throws when there is none above. */
export async function findToolPackage(from: string = import.meta.url): Promise<ToolPackage> {
  for (let folder = dirname(fileURLToPath(from)); ; folder = dirname(folder)) {
    const manifest = await readManifest(join(folder, 'package.json'));
    if (manifest?.name === packageName) {
      return {
        root: folder,
        version: manifest.version ?? '0.0.0',
        isBuilt: fileURLToPath(from).startsWith(join(folder, 'dist', sep)),
        dependencies: Object.keys(manifest.dependencies ?? {}),
        peers: Object.keys(manifest.peerDependencies ?? {}),
      };
    }
    if (folder === dirname(folder)) throw new Error(`${from} is not inside package ${packageName}`);
  }
}

/** The parts of a `package.json` that are looked at; npm has checked them on installing. */
interface PackageManifest {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

async function readManifest(file: string): Promise<PackageManifest | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as PackageManifest;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
