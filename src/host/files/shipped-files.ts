/**
 * What ships with the tool, read only: `templates/`, `standards/`, the page of the preview and, from
 * their packages, `fonts/` and `axe/`.
 */
import { join } from 'node:path';
import { HostError, type ReadonlyFiles } from '../../model/host.ts';
import { packedStandards } from '../../model/packed-standards.ts';
import { createAxeFiles } from './axe-files.ts';
import { createDiskFiles } from './disk-files.ts';
import { createFontFiles } from './font-files.ts';
import type { ToolPackage } from './package-root.ts';
import { relativePath } from './relative-path.ts';

/** Folders of the package that may be read: by templates and stages, and for the page of the preview. */
const shippedFolders = ['templates', 'standards', 'preview'] as const;

/** tool's package → its files; anything outside of these folders is `file-missing`. */
export function createShippedFiles(tool: ToolPackage): ReadonlyFiles {
  const own = createDiskFiles(tool.root);
  const fonts = createFontFiles(tool);
  const axe = createAxeFiles(tool);
  const built = createDiskFiles(join(tool.root, 'dist'));
  const filesFor = (path: string): ReadonlyFiles | undefined => {
    const [folder] = path.split('/');
    if (path === packedStandards) return tool.isBuilt ? built : undefined;
    if (folder === 'fonts') return fonts;
    if (folder === 'axe') return axe;
    return shippedFolders.some((shipped) => shipped === folder) ? own : undefined;
  };
  return {
    list: async (folder) => {
      const path = relativePath(folder);
      return (await filesFor(path)?.list(path)) ?? [];
    },
    read: async (given) => {
      const path = relativePath(given);
      const files = filesFor(path);
      if (files === undefined) throw new HostError('file-missing', `${path} is not shipped`);
      return files.read(path);
    },
    size: async (given) => {
      const path = relativePath(given);
      return filesFor(path)?.size(path);
    },
  };
}
