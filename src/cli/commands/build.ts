/** `brief [id…]`: builds briefs and says what came of it. */
import { join } from 'node:path';
import type { BuildResult } from '../../run/build.ts';
import { type Arguments, type Command, isSet, projectOptions, textOf } from '../command.ts';
import { statusOf } from '../exit-status.ts';
import { watchInterrupts } from '../interrupt.ts';
import { nameCommand } from '../name-command.ts';
import { reportBuild } from '../print/build-report.ts';
import { duration } from '../print/plural.ts';
import { createProgress } from '../print/progress.ts';
import { shownFolder } from '../print/shown-folder.ts';
import type { Terminal } from '../terminal.ts';

export const buildCommand: Command = {
  name: 'build',
  operands: '[id…]',
  summary: 'build briefs: all of them, or those named',
  options: [
    {
      name: 'to',
      value: 'formats',
      isList: true,
      help: 'one or several: html,pdf (default: the brief’s own, else md,html,pdf)',
    },
    { name: 'out', value: 'folder', help: 'where the documents go (default: output/)' },
    ...projectOptions,
    {
      name: 'audience',
      value: 'label',
      help: 'leave out what they may not see: clear, green, amber, amber-strict, red',
    },
    {
      name: 'as-of',
      value: 'day',
      help: 'stamp what is stale on that day (default: each brief’s own date)',
    },
    { name: 'lang', value: 'tag', help: 'only this language of each brief that has it: fr' },
    { name: 'paper', value: 'size', help: 'A4 or Letter (default: the publisher’s, else A4)' },
    { name: 'strict', help: 'treat warnings as errors' },
    { name: 'force', help: 'replace documents that were changed by hand' },
    { name: 'watch', help: 'stay, and build again what changes' },
    { name: 'explain', help: 'say why each brief is built again' },
    { name: 'timings', help: 'say where the time went, stage by stage' },
    { name: 'quiet', short: 'q', help: 'print nothing but errors' },
    { name: 'verbose', short: 'v', help: 'print every file, every warning and every notice' },
  ],
  examples: [
    ['brief', 'every brief, in every format'],
    ['brief quiet-outlet --to pdf', 'one brief, as PDF only'],
    ['brief quiet-outlet --to email', 'one brief, as a mail to be sent'],
    ['brief --audience clear --out public', 'what everybody may see, into public/'],
    ['brief --watch --to html', 'while writing: what changes is built again'],
    ['brief --strict --quiet', 'for a schedule: silent, unless something is wrong'],
  ],
  maxOperands: Number.POSITIVE_INFINITY,
  run: runBuild,
};

async function runBuild(
  args: Arguments,
  terminal: Terminal,
  commands: ReadonlyMap<string, Command>,
): Promise<number> {
  const [{ createNodeHost }, { buildAgain }, { buildJob }] = await Promise.all([
    import('../../host/node-host.ts'),
    import('../../run/cache/build-again.ts'),
    import('../build-job.ts'),
  ]);
  const job = buildJob(args);
  const isQuiet = isSet(args, 'quiet');
  const isVerbose = isSet(args, 'verbose');
  const root = textOf(args, 'root') ?? '.';
  const output = textOf(args, 'out') ?? join(root, 'output');
  const onNotice = (message: string) => (isQuiet ? undefined : terminal.error(message));
  const host = await createNodeHost({ root, output, printer: { onNotice } });
  const report = (built: BuildResult) => {
    const names = [...commands.keys()];
    const diagnostics = built.diagnostics.map((one) => nameCommand(one, names));
    return reportBuild({ ...built, diagnostics }, host, terminal, {
      isQuiet,
      isVerbose,
      isStrict: isSet(args, 'strict'),
      folder: shownFolder(output),
      audience: job.audience,
    });
  };
  if (isSet(args, 'watch')) {
    const { watchBuild } = await import('../watch-build.ts');
    return watchBuild({ host, job, isQuiet, report }, terminal).finally(host.close);
  }
  const timings: [string, number][] = [];
  const explain = (id: string, changes: readonly string[]) =>
    terminal.print(reasonLine(id, changes));
  const progress = createProgress(terminal, { isQuiet, isVerbose });
  const interrupts = watchInterrupts(terminal);
  try {
    progress.say('reading the data');
    const built = await buildAgain(host, job, {
      onChecked: (ids) => progress.begin(ids.length),
      onBrief: (id, event) => (event === 'started' ? progress.started(id) : progress.done(id)),
      onWriting: () => {
        interrupts.hold();
        progress.say('putting the files in place');
      },
      onNotice,
      onTimings: (totals) => timings.push(...totals),
      ...(isSet(args, 'explain') ? { onReason: (id, changes) => explain(id, changes) } : {}),
    });
    progress.end();
    await report(built);
    if (isSet(args, 'timings')) for (const line of timingLines(timings)) terminal.print(line);
    return statusOf(built.diagnostics, job);
  } finally {
    progress.end();
    interrupts.release();
    await host.close();
  }
}

/** `quiet-outlet is built again: finding/purge-2019 has changed`; the first few, and how many more. */
function reasonLine(id: string, changes: readonly string[]): string {
  if (changes.length === 0) return `${id} is built: nothing is known of an earlier build like this`;
  const named = changes.slice(0, shownReasons).join(', ');
  const more = changes.length - shownReasons;
  const verb = changes.length === 1 ? 'has' : 'have';
  return `${id} is built again: ${named}${more > 0 ? ` and ${more} more` : ''} ${verb} changed`;
}

const shownReasons = 4;

/** A line a stage: its time and its share. Nothing was built where there are none. */
function timingLines(timings: readonly (readonly [string, number])[]): readonly string[] {
  if (timings.length === 0) return ['no stage ran: the last build still holds'];
  const sumMs = timings.reduce((sum, [, ms]) => sum + ms, 0);
  const lines = timings.map(([stage, ms]) => {
    const share = sumMs === 0 ? 0 : Math.round((100 * ms) / sumMs);
    return `  ${stage.padEnd(16)}${duration(ms).padStart(8)}${`${share} %`.padStart(7)}`;
  });
  return ['', 'time under way, briefs side by side:', ...lines];
}
