/** `brief check`: reads everything, builds nothing, says what is wrong. */
import { type Command, formatOption, formOf, isSet, projectOptions, textOf } from '../command.ts';
import { exitStatus, statusOf } from '../exit-status.ts';
import { duration, plural } from '../print/plural.ts';
import { countOf, diagnosticsAsJson, reportDiagnostics } from '../print/report.ts';

export const checkCommand: Command = {
  name: 'check',
  operands: '',
  summary: 'find every problem in the data; build nothing',
  options: [
    ...projectOptions,
    formatOption,
    { name: 'strict', help: 'end with status 1 on warnings, too' },
  ],
  examples: [
    ['brief check', 'before you commit'],
    ['brief check --strict', 'for a schedule or a pull request'],
    ['brief check --format json', 'for other programs'],
  ],
  maxOperands: 0,
  async run(args, terminal) {
    const isJson = formOf(args) === 'json';
    const [{ createNodeHost }, { checkProject }] = await Promise.all([
      import('../../host/node-host.ts'),
      import('../../run/check.ts'),
    ]);
    const host = await createNodeHost({ root: textOf(args, 'root') ?? '.' });
    const { diagnostics, silencedCount, counts } = await checkProject(host);
    const status = statusOf(diagnostics, { isStrict: isSet(args, 'strict') });
    if (isJson) {
      terminal.print(await diagnosticsAsJson(diagnostics, host));
      return status;
    }
    await reportDiagnostics(diagnostics, host, terminal);
    if (status === exitStatus.usage) return status;
    const { printColour } = terminal;
    const parts = [
      plural(counts.briefs, 'brief'),
      plural(counts.takeaways, 'takeaway'),
      plural(counts.findings, 'finding'),
      plural(counts.sources, 'source'),
    ].join(', ');
    const problems = countOf(diagnostics) ?? 'no problems';
    const silenced = silencedCount === 0 ? '' : `, ${silencedCount} silenced`;
    const mark = status === 0 ? printColour.green('✓') : printColour.red('✗');
    const took = duration(host.clock.now() - performance.timeOrigin);
    terminal.print(
      `${mark} ${parts} in ${plural(counts.files, 'file')}: ${problems}${silenced}, in ${took}`,
    );
    return status;
  },
};
