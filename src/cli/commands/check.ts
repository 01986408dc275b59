/** `brief check`: reads everything, builds nothing, says what is wrong. */
import { readProject } from '../../compile.ts';
import { createNodeHost } from '../../host/node-host.ts';
import { type Command, isSet, projectOptions, textOf } from '../command.ts';
import { statusOf } from '../exit-status.ts';
import { UsageError } from '../parse-arguments.ts';
import { countOf, diagnosticsAsJson, reportDiagnostics } from '../print/report.ts';

export const checkCommand: Command = {
  name: 'check',
  operands: '',
  summary: 'find every problem in the data; build nothing',
  options: [
    ...projectOptions,
    { name: 'format', value: 'form', help: 'pretty or json (default: pretty)' },
    { name: 'strict', help: 'end with status 1 on warnings, too' },
  ],
  examples: [
    ['brief check', 'before you commit'],
    ['brief check --format json', 'for other programs'],
  ],
  maxOperands: 0,
  async run(args, terminal) {
    const form = textOf(args, 'format') ?? 'pretty';
    if (form !== 'pretty' && form !== 'json') {
      throw new UsageError(`"${form}" is not a form`, '--format pretty or --format json');
    }
    const host = await createNodeHost({ root: textOf(args, 'root') ?? '.' });
    const { value, diagnostics } = await readProject(host);
    const isTooLoud = isSet(args, 'strict') && countOf(diagnostics) !== undefined;
    const status = Math.max(statusOf(diagnostics), isTooLoud ? 1 : 0);
    if (form === 'json') {
      terminal.print(await diagnosticsAsJson(diagnostics, host));
      return status;
    }
    await reportDiagnostics(diagnostics, host, terminal);
    const { records } = value.resolved;
    const parts = [
      `${records.brief.size} briefs`,
      `${records.takeaway.size} takeaways`,
      `${records.finding.size} findings`,
      `${records.source.size} sources`,
    ].join(', ');
    const silenced = value.silenced.length === 0 ? '' : `, ${value.silenced.length} silenced`;
    terminal.print(`${parts}: ${countOf(diagnostics) ?? 'no problems'}${silenced}`);
    return status;
  },
};
