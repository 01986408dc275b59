/** `brief run-due`: builds what is due by its schedule, and ends. */
import { type Command, formatOption, formOf, isSet, outputOf, textOf } from '../command.ts';
import { watchInterrupts } from '../interrupt.ts';
import { createProgress } from '../print/progress.ts';
import { runOptions } from '../schedule/run-options.ts';

export const runDueCommand: Command = {
  name: 'run-due',
  operands: '',
  summary: 'build what is due by its schedule since the last run, and end',
  options: [
    ...runOptions,
    { name: 'retry', help: 'try again what failed, even if nothing has changed' },
    formatOption,
    { name: 'quiet', short: 'q', help: 'print nothing unless a run fails' },
    { name: 'verbose', short: 'v', help: 'print warnings, too' },
  ],
  examples: [
    ['brief run-due', 'what is due now; "brief schedule" shows what comes next'],
    ['brief run-due --quiet', 'for cron: silent, unless something is wrong'],
    ['brief run-due --audience clear --out public', 'for everybody, with a record of its own'],
  ],
  maxOperands: 0,
  async run(args, terminal) {
    const isJson = formOf(args) === 'json';
    const [{ createNodeHost }, { runOptionsOf }, { runDue }, report] = await Promise.all([
      import('../../host/node-host.ts'),
      import('../schedule/run-options.ts'),
      import('../../run/schedule/run-due.ts'),
      import('../schedule/report-look.ts'),
    ]);
    const isQuiet = isSet(args, 'quiet');
    const isVerbose = isSet(args, 'verbose');
    const onNotice = (message: string) => (isQuiet ? undefined : terminal.error(message));
    const root = textOf(args, 'root') ?? '.';
    const host = await createNodeHost({ root, output: outputOf(args), printer: { onNotice } });
    const options = await runOptionsOf(args, process.env, host.clock.now());
    const progress = createProgress(terminal, { isQuiet: isQuiet || isJson, isVerbose });
    const interrupts = watchInterrupts(terminal);
    try {
      progress.say('looking at what is due');
      const result = await runDue(host, {
        ...options,
        retry: isSet(args, 'retry'),
        events: {
          onChecked: (ids) => progress.begin(ids.length),
          onBrief: (id, event) => (event === 'started' ? progress.started(id) : progress.done(id)),
          onWriting: () => {
            interrupts.hold();
            progress.say('putting the files in place');
          },
          onNotice,
        },
      });
      progress.end();
      const how = { isQuiet: isQuiet || isJson, isVerbose, saysNothing: true };
      await report.reportLook(result, host, terminal, how);
      if (isJson) terminal.print(JSON.stringify(result.status ?? null, undefined, 2));
      return report.statusOfLook(result);
    } finally {
      progress.end();
      interrupts.release();
      await host.close();
    }
  },
};
