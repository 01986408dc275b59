/**
 * Fonts of the `@fontsource` packages as plain paths, wherever npm put the packages:
 *
 *     fonts/source-serif-4/latin-400-normal.woff2   one subset, weight and style
 *     fonts/source-serif-4/unicode.json             subset → CSS unicode-range
 *     fonts/source-serif-4/metadata.json            family name, subsets, weights, styles, licence
 *     fonts/source-serif-4/LICENSE
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { HostError, type ReadonlyFiles } from '../../model/host.ts';
import { compareCodePoints } from '../../model/order.ts';
import { createDiskFiles } from './disk-files.ts';
import type { ToolPackage } from './package-root.ts';
import { codeOf } from './system-error.ts';

/** Where npm keeps them. Source: https://fontsource.org/docs/getting-started/install */
const scope = '@fontsource/';

/** Files of a family besides the fonts themselves. */
const companions = ['LICENSE', 'metadata.json', 'unicode.json'] as const;

/** tool's package → files below `fonts/`; families are the packages that the tool depends on. */
export function createFontFiles(tool: ToolPackage): ReadonlyFiles {
  const require = createRequire(join(tool.root, 'package.json'));
  const locate = (path: string) => locateFont(require, path);
  return {
    list: async (folder) => {
      const [, wanted, ...rest] = folder.split('/').filter((part) => part !== '');
      if (rest.length > 0) return [];
      const families = tool.dependencies
        .filter((name) => name.startsWith(scope))
        .map((name) => name.slice(scope.length))
        .filter((family) => wanted === undefined || family === wanted);
      const lists = await Promise.all(families.map((family) => listFamily(require, family)));
      return lists.flat().sort(compareCodePoints);
    },
    read: (path) => {
      const { files, inner } = locate(path);
      return files.read(inner);
    },
    size: async (path) => {
      try {
        const { files, inner } = locate(path);
        return await files.size(inner);
      } catch (error) {
        if (error instanceof HostError && error.kind === 'file-missing') return undefined;
        throw error;
      }
    },
  };
}

async function listFamily(require: NodeJS.Require, family: string): Promise<string[]> {
  const files = filesOf(require, family);
  if (files === undefined) return [];
  const prefix = `files/${family}-`;
  const fonts = (await files.list('files'))
    .filter((path) => path.startsWith(prefix) && path.endsWith('.woff2'))
    .map((path) => path.slice(prefix.length));
  return [...companions, ...fonts].map((name) => `fonts/${family}/${name}`);
}

/** `fonts/x/latin-400-normal.woff2` → the package's files and the path `files/x-latin-400-normal.woff2`. */
function locateFont(require: NodeJS.Require, path: string) {
  const [, family = '', name = '', ...rest] = path.split('/');
  const isFont = /^[a-z0-9-]+\.woff2$/.test(name);
  const isCompanion = companions.some((companion) => companion === name);
  const isPlausible = /^[a-z0-9-]+$/.test(family) && rest.length === 0 && (isFont || isCompanion);
  const files = isPlausible ? filesOf(require, family) : undefined;
  if (files === undefined) {
    throw new HostError('file-missing', `no installed package holds the font ${path}`, {
      hint: `install the family with npm install ${scope}${family}, if there is one of that name`,
    });
  }
  return { files, inner: isFont ? `files/${family}-${name}` : name };
}

function filesOf(require: NodeJS.Require, family: string): ReadonlyFiles | undefined {
  try {
    return createDiskFiles(dirname(require.resolve(`${scope}${family}/package.json`)));
  } catch (error) {
    if (codeOf(error) === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
