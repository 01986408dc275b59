/** What a look at the schedules came to, for a person. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Host } from '../../model/host.ts';
import type { LedgerRun } from '../../run/schedule/ledger.ts';
import { localTime } from '../../run/schedule/local-time.ts';
import type { RunDueResult } from '../../run/schedule/run-due.ts';
import { exitStatus, statusOf } from '../exit-status.ts';
import { displayWidth } from '../print/display-width.ts';
import { plural } from '../print/plural.ts';
import { reportDiagnostics } from '../print/report.ts';
import type { Terminal } from '../terminal.ts';

/** How much to say. */
export interface LookReport {
  /** Only what went wrong. */
  readonly isQuiet: boolean;
  /** Warnings of the data, too. */
  readonly isVerbose: boolean;
  /** Say also that nothing was due. */
  readonly saysNothing: boolean;
}

/** Problems go to standard error, what was done to standard output. */
export async function reportLook(
  result: RunDueResult,
  host: Host,
  terminal: Terminal,
  { isQuiet, isVerbose, saysNothing }: LookReport,
): Promise<void> {
  const hasRun = result.runs.length > 0;
  const isShown = (one: Diagnostic) =>
    one.code === 'notice-failed' ||
    one.code === 'ledger-unreadable' ||
    result.status === undefined ||
    (hasRun && (one.severity === 'error' || isVerbose));
  await reportDiagnostics(result.diagnostics.filter(isShown), host, terminal);
  for (const run of result.runs) {
    if (isQuiet && run.outcome !== 'failed') continue;
    const colour = isQuiet ? terminal.colour : terminal.printColour;
    const print = isQuiet ? terminal.error : terminal.print;
    const width = isQuiet ? terminal.width : terminal.printWidth;
    for (const line of linesOf(run, result, { colour, width })) print(line);
  }
  if (isQuiet || hasRun || !saysNothing) return;
  if (result.isBusy) terminal.print('another run is under way and does what is due');
  else if (result.status !== undefined) terminal.print(nothingDue(result));
  const errors = result.diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors > 0 && result.status !== undefined) {
    const says = `the data have ${plural(errors, 'error')}, so the next run will fail`;
    terminal.error(`${terminal.colour.yellow('!')} ${says}; "brief check" shows what to mend`);
  }
}

/** Nothing due is clean, whatever the data look like; a run that failed never is. */
export function statusOfLook({ runs, status, diagnostics }: RunDueResult): number {
  const hasFailed = runs.some(({ outcome }) => outcome === 'failed');
  if (!hasFailed && (status !== undefined || diagnostics.length === 0)) return exitStatus.clean;
  const found = statusOf(diagnostics);
  return found === exitStatus.environment ? found : exitStatus.content;
}

/** One line, or two where the terminal is too narrow for it. */
function linesOf(
  run: LedgerRun,
  result: RunDueResult,
  { colour, width }: { readonly colour: Terminal['colour']; readonly width: number },
): string[] {
  const zone = zoneOf(result, run.brief);
  const time = `${localTime(Date.parse(run.occurrence), zone)} ${zone}`;
  const missed = run.missed === 0 ? '' : `, with ${run.missed} missed before it`;
  const due = `(due ${time}${missed})`;
  const mark = run.outcome === 'failed' ? colour.red('✗') : colour.green('✓');
  const says = `${run.brief}: ${whatCameOf(run, result)}`;
  const isWide = displayWidth(`✓ ${says} ${due}`) > width;
  if (isWide) return [`${mark} ${says}`, `  ${colour.dim(due)}`];
  return [`${mark} ${says} ${colour.dim(due)}`];
}

function whatCameOf(run: LedgerRun, { results }: RunDueResult): string {
  if (run.outcome === 'failed')
    return 'failed; its documents are as they were, and stale from now on';
  const edition = run.edition === undefined ? '' : `edition ${run.edition} released, `;
  const files = results.find(({ id }) => id === run.brief)?.files ?? [];
  const written = files.filter(({ fate }) => fate === 'written').length;
  return `${edition}${written === 0 ? 'nothing has changed' : `${plural(written, 'file')} written`}`;
}

function zoneOf({ status }: RunDueResult, brief: string): string {
  return status?.briefs.find(({ id }) => id === brief)?.schedule.zone ?? 'UTC';
}

function nothingDue({ status }: RunDueResult): string {
  const briefs = status?.briefs ?? [];
  const coming = briefs.flatMap(({ id, next, schedule }) =>
    next === undefined ? [] : [{ id, next, zone: schedule.zone }],
  );
  const [first] = coming.sort((a, b) => Date.parse(a.next) - Date.parse(b.next));
  if (first !== undefined) {
    const time = localTime(Date.parse(first.next), first.zone);
    return `nothing is due; next is ${first.id} on ${time} ${first.zone}`;
  }
  return noSchedules;
}

/** Where no brief has a schedule. */
export const noSchedules =
  'no brief has a schedule; in the file of a brief, write for example:\n' +
  '  schedule: { when: first Monday 07:00, zone: Europe/Berlin }';
