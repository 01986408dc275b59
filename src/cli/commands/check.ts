/** `brief check`: reads everything, builds nothing, says what is wrong. */
import {
  type Arguments,
  type Command,
  formatOption,
  formOf,
  isSet,
  projectOptions,
  textOf,
} from '../command.ts';
import { exitStatus, statusOf } from '../exit-status.ts';
import { duration, plural } from '../print/plural.ts';
import {
  countOf,
  diagnosticsAsJson,
  inOrder,
  reportDiagnostics,
  textsOf,
} from '../print/report.ts';
import { UsageError } from '../usage-error.ts';

export const checkCommand: Command = {
  name: 'check',
  operands: '',
  summary: 'find every problem in the data; build nothing',
  options: [
    ...projectOptions,
    formatOption,
    { name: 'reporter', value: 'name', help: 'github, sarif, json or pretty (default: pretty)' },
    { name: 'strict', help: 'end with status 1 on warnings, too' },
  ],
  examples: [
    ['brief check', 'before you commit'],
    ['brief check --strict', 'for a schedule or a pull request'],
    ['brief check --format json', 'for other programs'],
    ['brief check --reporter github', 'on GitHub: problems beside the lines of a pull request'],
  ],
  maxOperands: 0,
  async run(args, terminal) {
    const reporter = reporterOf(args);
    const [{ createNodeHost }, { checkAgain }] = await Promise.all([
      import('../../host/node-host.ts'),
      import('../../run/cache/check-again.ts'),
    ]);
    const host = await createNodeHost({ root: textOf(args, 'root') ?? '.' });
    const { diagnostics, silencedCount, counts } = await checkAgain(host);
    const status = statusOf(diagnostics, { isStrict: isSet(args, 'strict') });
    if (reporter === 'json') {
      terminal.print(await diagnosticsAsJson(diagnostics, host));
      return status;
    }
    if (reporter === 'sarif') {
      const { sarifReport } = await import('../print/reporters/sarif.ts');
      const run = { version: host.version, root: host.project.root };
      const textOfFile = await textsOf(diagnostics, host);
      terminal.print(sarifReport(inOrder(diagnostics), textOfFile, run));
      return status;
    }
    if (reporter === 'github') {
      const { githubReport } = await import('../print/reporters/github.ts');
      const textOfFile = await textsOf(diagnostics, host);
      const lines = githubReport(inOrder(diagnostics), textOfFile, host.project.root);
      for (const line of lines) terminal.print(line);
    } else {
      await reportDiagnostics(diagnostics, host, terminal);
    }
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

const reporters = ['github', 'sarif', 'json', 'pretty'] as const;

/** The reporter that was asked for; without one, what `--format` says. Throws `UsageError`. */
function reporterOf(args: Arguments): (typeof reporters)[number] {
  const name = textOf(args, 'reporter');
  if (name === undefined) return formOf(args);
  const known = reporters.find((reporter) => reporter === name);
  if (known !== undefined) return known;
  throw new UsageError(`"${name}" is not a reporter`, `write one of ${reporters.join(', ')}`);
}
