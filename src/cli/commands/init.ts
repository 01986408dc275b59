/** `brief init`: a project to begin with. */
import type { Command } from '../command.ts';
import { exitStatus } from '../exit-status.ts';
import { UsageError } from '../usage-error.ts';

export const initCommand: Command = {
  name: 'init',
  operands: '[folder]',
  summary: 'make a project with one small brief in an empty folder',
  options: [],
  examples: [
    ['brief init', 'in this folder, if it is empty'],
    ['brief init our-briefs', 'in a new folder'],
  ],
  maxOperands: 1,
  async run({ positionals }, terminal) {
    const [{ createNodeHost }, { startProject }] = await Promise.all([
      import('../../host/node-host.ts'),
      import('../../run/authoring/start-project.ts'),
    ]);
    const [folder = '.'] = positionals;
    const host = await createNodeHost({ root: folder });
    const started = await startProject(host);
    if (started.kind === 'occupied') {
      const where = folder === '.' ? 'this folder' : folder;
      throw new UsageError(
        `${where} is not empty: it holds ${started.path}`,
        'name a new folder, as in "brief init our-briefs"',
      );
    }
    for (const path of started.paths) terminal.error(`wrote ${path}`);
    if (folder === '.') {
      terminal.print('now run "brief"; README.md says how to go on');
    } else {
      const word = /^[\w./-]+$/.test(folder) ? folder : `"${folder}"`;
      terminal.print(`now go there (cd ${word}) and run "brief"; README.md says how to go on`);
    }
    return exitStatus.clean;
  },
};
