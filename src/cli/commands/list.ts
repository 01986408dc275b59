/** `brief list`: the briefs of the project, newest first. */
import { type Command, formatOption, formOf, projectOptions, textOf } from '../command.ts';
import { statusOf } from '../exit-status.ts';
import { reportDiagnostics } from '../print/report.ts';
import { formatTable } from '../print/table.ts';

export const listCommand: Command = {
  name: 'list',
  operands: '',
  summary: 'list the briefs, newest first',
  options: [...projectOptions, formatOption],
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
    const host = await createNodeHost({ root: textOf(args, 'root') ?? '.' });
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
    }
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    await reportDiagnostics(errors, host, terminal);
    return statusOf(diagnostics);
  },
};
