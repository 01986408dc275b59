/** `brief list`: the briefs of the project, newest first. */
import { readProject } from '../../compile.ts';
import { createNodeHost } from '../../host/node-host.ts';
import { hasErrors } from '../../model/diagnostic.ts';
import { defaultMarking, markOf } from '../../model/marks.ts';
import { compareCodePoints } from '../../model/order.ts';
import { type Command, projectOptions, textOf } from '../command.ts';
import { statusOf } from '../exit-status.ts';
import { reportDiagnostics } from '../print/report.ts';
import { formatTable } from '../print/table.ts';

export const listCommand: Command = {
  name: 'list',
  operands: '',
  summary: 'list the briefs, newest first',
  options: [...projectOptions, { name: 'format', value: 'form', help: 'pretty or json' }],
  examples: [['brief list', 'what there is, with template, date, status and marking']],
  maxOperands: 0,
  async run(args, terminal) {
    const host = await createNodeHost({ root: textOf(args, 'root') ?? '.' });
    const { value, diagnostics } = await readProject(host);
    const { records } = value.resolved;
    const fallback = defaultMarking(records);
    const rows = [...records.brief.values()]
      .map((brief) => ({
        id: brief.id,
        issued: String(brief.data.issued),
        template: brief.data.template,
        status: brief.data.status ?? 'draft',
        marking: markOf(brief, fallback),
        title: brief.data.title,
      }))
      .sort((a, b) => compareCodePoints(b.issued, a.issued) || compareCodePoints(a.id, b.id));
    if (textOf(args, 'format') === 'json') {
      terminal.print(JSON.stringify(rows, undefined, 2));
    } else {
      const heads = ['brief', 'issued', 'template', 'status', 'marking', 'title'];
      for (const line of formatTable(
        heads,
        rows.map((row) => Object.values(row)),
      )) {
        terminal.print(line);
      }
    }
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (hasErrors(diagnostics)) await reportDiagnostics(errors, host, terminal);
    return statusOf(diagnostics);
  },
};
