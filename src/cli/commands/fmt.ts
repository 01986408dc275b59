/** `brief fmt`: lays the data out the same way for everyone. */
import { relative, resolve, sep } from 'node:path';
import { type Command, isSet, projectOptions, textOf } from '../command.ts';
import { exitStatus } from '../exit-status.ts';
import { plural } from '../print/plural.ts';

export const fmtCommand: Command = {
  name: 'fmt',
  operands: '[file…]',
  summary: 'lay the data out the same way for everyone; values and comments stay',
  options: [
    ...projectOptions,
    { name: 'check', help: 'change nothing; end with status 1 where something would change' },
  ],
  examples: [
    ['brief fmt', 'all data files'],
    ['brief fmt --check', 'before a commit, or for a pull request'],
  ],
  maxOperands: Number.POSITIVE_INFINITY,
  async run(args, terminal) {
    const [{ createNodeHost }, { formatProject }] = await Promise.all([
      import('../../host/node-host.ts'),
      import('../../run/authoring/format/format-project.ts'),
    ]);
    const root = textOf(args, 'root') ?? '.';
    const host = await createNodeHost({ root });
    const isCheck = isSet(args, 'check');
    const named = args.positionals.map((path) =>
      relative(resolve(root), resolve(path)).split(sep).join('/'),
    );
    const only = named.length === 0 ? undefined : named;
    const { fileCount, changed, left } = await formatProject(host, { only, isCheck });
    for (const path of changed) terminal.print(path);
    for (const { path, reason } of left) terminal.error(`left alone: ${path}: ${reason}`);
    const verb = isCheck ? 'would change' : 'changed';
    terminal.error(`${plural(fileCount, 'file')}, ${changed.length} ${verb}`);
    const isClean = left.length === 0 && (!isCheck || changed.length === 0);
    return isClean ? exitStatus.clean : exitStatus.content;
  },
};
