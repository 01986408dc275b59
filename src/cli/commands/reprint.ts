/** `brief reprint`: a released edition, printed again. */
import { join } from 'node:path';
import { formatsIn } from '../build-job.ts';
import { type Command, isSet, projectOptions, textOf } from '../command.ts';
import { shownFolder } from '../print/shown-folder.ts';
import { numberOf, onHost } from './editions.ts';

export const reprintCommand: Command = {
  name: 'reprint',
  operands: '<brief> <edition>',
  summary: 'print a released edition again, stamped if another one has taken its place',
  options: [
    {
      name: 'to',
      value: 'formats',
      isList: true,
      help: 'one or several: html,pdf (default: those that were released)',
    },
    {
      name: 'out',
      value: 'folder',
      help: 'where the documents go (default: output/editions/<brief>/<edition>/)',
    },
    { name: 'as-released', help: 'no stamp: the very bytes that were released, or nothing' },
    ...projectOptions,
  ],
  examples: [
    ['brief reprint quiet-outlet 1', 'edition 1, stamped "Superseded by edition 2 of …"'],
    ['brief reprint quiet-outlet 1 --as-released --out evidence', 'the released files themselves'],
  ],
  minOperands: 2,
  maxOperands: 2,
  run: async (args, terminal) => {
    const [id = '', text = ''] = args.positionals;
    const number = numberOf(text) ?? 0;
    const to = textOf(args, 'to');
    const formats = to === undefined ? undefined : formatsIn(to);
    const root = textOf(args, 'root') ?? '.';
    const output = textOf(args, 'out') ?? join(root, 'output', 'editions', id, String(number));
    const print = async (host: Parameters<Parameters<typeof onHost>[2]>[0]) => {
      const { reprint } = await import('../../run/editions/reprint.ts');
      const { value, diagnostics } = await reprint(host, id, number, {
        formats,
        isAsReleased: isSet(args, 'as-released'),
        onNotice: terminal.error,
      });
      if (value === undefined) return diagnostics;
      const { supersededBy, files } = value;
      const how =
        supersededBy === undefined
          ? 'byte for byte as released'
          : `stamped: superseded by edition ${supersededBy.edition} of ${supersededBy.released}`;
      terminal.print(`edition ${number} of ${id}, ${how}:`);
      for (const { name } of files) terminal.print(`  ${shownFolder(output)}${name}`);
      return diagnostics;
    };
    return onHost(args, terminal, print, output);
  },
};
