/** The checker of pages, from its package, as one plain path: `axe/axe.min.js`. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { HostError, type ReadonlyFiles } from '../../model/host.ts';
import { createDiskFiles } from './disk-files.ts';
import type { ToolPackage } from './package-root.ts';
import { codeOf } from './system-error.ts';

const path = 'axe/axe.min.js';

/** tool's package → that file. Where the package is gone or was left out, the file is missing. */
export function createAxeFiles(tool: ToolPackage): ReadonlyFiles {
  const files = (): ReadonlyFiles | undefined => {
    try {
      const require = createRequire(join(tool.root, 'package.json'));
      return createDiskFiles(dirname(require.resolve('axe-core/package.json')));
    } catch (error) {
      if (codeOf(error) === 'MODULE_NOT_FOUND') return undefined;
      throw error;
    }
  };
  return {
    list: async () => (files() === undefined ? [] : [path]),
    read: async (given) => {
      const found = given === path ? files() : undefined;
      if (found === undefined) throw new HostError('file-missing', `${given} is not shipped`);
      return found.read('axe.min.js');
    },
    size: async (given) => (given === path ? files()?.size('axe.min.js') : undefined),
  };
}
