/** `brief list`: the briefs of the project, newest first. */
import type { BriefRow } from '../../run/report.ts';
import {
  type Command,
  formatOption,
  formOf,
  outputOf,
  outputOption,
  projectOptions,
  textOf,
} from '../command.ts';
import { statusOf } from '../exit-status.ts';
import { fold } from '../print/fold.ts';
import { reportDiagnostics } from '../print/report.ts';
import { formatTable } from '../print/table.ts';
import type { Terminal } from '../terminal.ts';

export const listCommand: Command = {
  name: 'list',
  operands: '',
  summary: 'list the briefs, newest first',
  options: [...projectOptions, outputOption, formatOption],
  examples: [
    ['brief list', 'what there is: template, date, status, marking, title'],
    ['brief list --format json', 'the same for other programs'],
  ],
  maxOperands: 0,
  async run(args, terminal) {
    const isJson = formOf(args) === 'json';
    const [{ createNodeHost }, { listBriefs }] = await Promise.all([
      import('../../host/node-host.ts'),
      import('../../run/list.ts'),
    ]);
    const root = textOf(args, 'root') ?? '.';
    const host = await createNodeHost({ root, output: outputOf(args) });
    const { briefs, diagnostics } = await listBriefs(host);
    if (isJson) {
      terminal.print(JSON.stringify(briefs, undefined, 2));
    } else if (briefs.length > 0) {
      const heads = ['brief', 'issued', 'template', 'status', 'marking', 'title'];
      const rows = briefs.map(({ id, issued, template, status, marking, title }) => [
        ...[id, issued, template, status, marking, title],
      ]);
      const [head = '', ...lines] = formatTable(heads, rows, terminal.printWidth);
      terminal.print(terminal.printColour.dim(head));
      for (const line of lines) terminal.print(line);
      for (const line of staleLines(briefs, terminal)) terminal.print(line);
    }
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    await reportDiagnostics(errors, host, terminal);
    return statusOf(diagnostics);
  },
};

/** Which documents are those of an earlier run, since the scheduled one failed. */
function staleLines(briefs: readonly BriefRow[], terminal: Terminal): string[] {
  const { printColour, printWidth } = terminal;
  return briefs.flatMap(({ id, staleSince }) => {
    if (staleSince === undefined) return [];
    const when = `${staleSince.slice(0, 16).replace('T', ' ')} UTC`;
    const says = `the documents of ${id} are stale: the run of ${when} failed, see "brief schedule"`;
    const [first = '', ...more] = fold(says, printWidth - 2);
    return [`${printColour.yellow('!')} ${first}`, ...more.map((line) => `  ${line}`)];
  });
}
