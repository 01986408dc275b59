/** `brief schedule`: what comes next; with `--serve` it stays and runs it, with `--install` others do. */
import {
  type Arguments,
  type Command,
  formatOption,
  formOf,
  isSet,
  outputOf,
  textOf,
} from '../command.ts';
import { statusOf } from '../exit-status.ts';
import { reportDiagnostics } from '../print/report.ts';
import { runOptions } from '../schedule/run-options.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

export const scheduleCommand: Command = {
  name: 'schedule',
  operands: '',
  summary: 'the next scheduled runs; or stay and run them, or have them run',
  options: [
    { name: 'count', value: 'number', help: 'how many runs of each brief to list (default: 3)' },
    formatOption,
    { name: 'serve', help: 'stay, and run what is due when it is due; Ctrl-C ends it' },
    {
      name: 'install',
      value: 'where',
      help: 'print what has "brief run-due" called: systemd, cron or github',
    },
    ...runOptions,
    { name: 'quiet', short: 'q', help: 'with --serve: print nothing unless a run fails' },
  ],
  examples: [
    ['brief schedule', 'when each brief is built next'],
    ['brief schedule --serve', 'stays and builds what is due'],
    ['brief schedule --install cron', 'a line for crontab; changes nothing by itself'],
    ['brief schedule --format json', 'the same for other programs'],
  ],
  maxOperands: 0,
  async run(args, terminal) {
    const isJson = formOf(args) === 'json';
    const install = textOf(args, 'install');
    if (isSet(args, 'serve') && install !== undefined) {
      throw new UsageError('--serve and --install do not go together', 'give one of the two');
    }
    if (isSet(args, 'serve')) {
      const { serve } = await import('../schedule/serve.ts');
      return serve(args, terminal);
    }
    if (install !== undefined) {
      const { printInstallation } = await import('../schedule/print-installation.ts');
      return printInstallation(install, args, terminal);
    }
    return list(args, terminal, isJson);
  },
};

async function list(args: Arguments, terminal: Terminal, isJson: boolean): Promise<number> {
  const count = countIn(textOf(args, 'count') ?? '3');
  const [{ createNodeHost }, { upcomingRuns }, { upcomingLines }] = await Promise.all([
    import('../../host/node-host.ts'),
    import('../../run/schedule/upcoming.ts'),
    import('../schedule/upcoming-lines.ts'),
  ]);
  const host = await createNodeHost({ root: textOf(args, 'root') ?? '.', output: outputOf(args) });
  const { briefs, looked, diagnostics } = await upcomingRuns(host, count);
  const status = statusOf(diagnostics);
  if (isJson) {
    const value = { ...(looked === undefined ? {} : { looked }), briefs };
    terminal.print(JSON.stringify(value, undefined, 2));
  } else if (status === 0 || briefs.length > 0) {
    const { printColour, printWidth: width } = terminal;
    const lines = upcomingLines({ briefs, looked, nowMs: host.clock.now(), width }, printColour);
    for (const line of lines) terminal.print(line);
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  await reportDiagnostics(errors, host, terminal);
  return status;
}

/** Enough to see a pattern, and not a book. */
function countIn(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new UsageError(`"${text}" is not a number of runs`, 'write a number from 1 to 999');
}
