/** `brief index`: the index of everything in the output folder, and its feeds. */
import { join } from 'node:path';
import { type Command, isSet, projectOptions, textOf } from '../command.ts';
import { statusOf } from '../exit-status.ts';
import { plural } from '../print/plural.ts';
import { reportDiagnostics } from '../print/report.ts';
import { shownFolder } from '../print/shown-folder.ts';

export const indexCommand: Command = {
  name: 'index',
  operands: '',
  summary: 'make the index of what was built, and its feeds',
  options: [
    { name: 'out', value: 'folder', help: 'where the documents are (default: output/)' },
    ...projectOptions,
    { name: 'force', help: 'replace an index.html or a feed that is not ours' },
  ],
  examples: [
    ['brief index', 'output/index.html, and feeds if the publisher’s "site:" has a "url:"'],
    ['brief index --out public', 'the same for the documents in public/'],
  ],
  maxOperands: 0,
  async run(args, terminal) {
    const [{ createNodeHost }, { makeIndex }] = await Promise.all([
      import('../../host/node-host.ts'),
      import('../../run/site.ts'),
    ]);
    const root = textOf(args, 'root') ?? '.';
    const output = textOf(args, 'out') ?? join(root, 'output');
    const host = await createNodeHost({ root, output });
    try {
      const { files, diagnostics } = await makeIndex(host, {
        force: isSet(args, 'force'),
        onNotice: (message) => terminal.error(message),
      });
      await reportDiagnostics(diagnostics, host, terminal);
      const released = files.filter(({ fate }) => fate !== 'held-back');
      const changed = released.filter(({ fate }) => fate === 'written').length;
      const names = released.map(({ name }) => name).join(', ');
      if (released.length > 0) {
        const fate = changed === 0 ? 'nothing had changed' : `${plural(changed, 'file')} written`;
        terminal.print(`${shownFolder(output)}: ${names}; ${fate}`);
      }
      return statusOf(diagnostics);
    } finally {
      await host.close();
    }
  },
};
