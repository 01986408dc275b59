/** Texts of files as they were read, and addresses of places in them. */

import type { Host, ReadonlyFiles } from '../../model/host.ts';
import type { Project } from '../../read-project.ts';
import { linkTo, type Spot } from './editor-link.ts';
import type { Where } from './messages.ts';

export interface Locate {
  /** The text of a file that the project was made of; undefined where it cannot be read. */
  readonly textOf: (file: string) => Promise<string | undefined>;
  readonly link: (spot: Spot) => Where;
}

/** project as it was read, host, address of an editor → how to find places. */
export function locateIn(
  { loaded }: Pick<Project, 'loaded'>,
  { project, shipped }: Pick<Host, 'project' | 'shipped'>,
  editor: string,
): Locate {
  const read = new Map(loaded.files.map(({ path, text }) => [path, text]));
  return {
    textOf: async (file) =>
      read.get(file) ?? (await textIn(project, file)) ?? (await textIn(shipped, file)),
    link: (spot) => linkTo(editor, project.root, spot),
  };
}

/** As the loader sees it: line ends are LF. */
async function textIn(files: ReadonlyFiles, path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await files.read(path)).replace(/\r\n?/g, '\n');
  } catch {
    // It has gone, or it is in the other place: the problem is shown without its line.
    return undefined;
  }
}
