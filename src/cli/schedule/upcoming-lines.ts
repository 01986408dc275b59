/** The list of the next runs, for a person. */
import { localTime } from '../../run/schedule/local-time.ts';
import type { ScheduledBrief } from '../../run/schedule/upcoming.ts';
import { plural } from '../print/plural.ts';
import { formatTable } from '../print/table.ts';
import type { Colours } from '../terminal.ts';
import { noSchedules } from './report-look.ts';

/** What is listed. */
export interface Listed {
  readonly briefs: readonly ScheduledBrief[];
  readonly looked: string | undefined;
  readonly nowMs: number;
  /** Columns of the terminal. */
  readonly width: number;
}

/** More briefs than these are listed in one line each. */
const mostBlocks = 12;

/** Somebody who looks every few minutes has looked within this time, unless it sleeps. */
const sleepyMs = 24 * 3_600_000;

/** → lines: a block for each brief, and whether anybody runs them. */
export function upcomingLines({ briefs, looked, nowMs, width }: Listed, colour: Colours): string[] {
  if (briefs.length === 0) return noSchedules.split('\n');
  const lines =
    briefs.length > mostBlocks
      ? [...tableOf(briefs, nowMs, width), '']
      : briefs.flatMap((brief) => [...blockOf(brief, nowMs, colour), '']);
  if (looked === undefined) {
    return [
      ...lines,
      `${colour.yellow('!')} nothing runs by itself yet: "brief schedule --install systemd", cron or`,
      '  github prints what to set up; "brief schedule --serve" stays and runs them',
    ];
  }
  const agoMs = nowMs - Date.parse(looked);
  if (agoMs < sleepyMs) return lines.slice(0, -1);
  const says = `nobody has looked for ${span(agoMs)}; does the machine that calls "brief run-due" run?`;
  return [...lines, `${colour.yellow('!')} ${says}`];
}

function tableOf(briefs: readonly ScheduledBrief[], nowMs: number, width: number): string[] {
  const rows = briefs.map(({ id, schedule, next, last, stale }) => {
    const [first] = next;
    const time = first === undefined ? 'never' : `${first.local} ${schedule.zone}`;
    const inTime = first === undefined ? '' : `in ${span(Date.parse(first.at) - nowMs)}`;
    const state = stale ? 'failed, stale' : (last?.outcome ?? '–');
    return [id, time, inTime, state, schedule.when];
  });
  return formatTable(['brief', 'next', '', 'last', 'schedule'], rows, width);
}

function blockOf(brief: ScheduledBrief, nowMs: number, colour: Colours): string[] {
  const { id, schedule, next, last, stale, isDue } = brief;
  const { when, zone, release, from } = schedule;
  const [first, ...more] = next;
  const tail = [
    ...(release ? ['releases editions'] : []),
    ...(from === 'publisher' ? ['by the publisher’s schedule'] : []),
  ].map((part) => `, ${part}`);
  const row = (head: string, says: string) => `  ${colour.dim(head)}  ${says}`;
  const lines = [`${colour.bold(id)}  ${when} (${zone})${tail.join('')}`];
  if (isDue) lines.push(row('now ', colour.yellow('due: the next "brief run-due" builds it')));
  if (first === undefined) lines.push(row('next', 'never'));
  else
    lines.push(
      row('next', `${first.local}  ${colour.dim(`in ${span(Date.parse(first.at) - nowMs)}`)}`),
    );
  if (more.length > 0) lines.push(row('then', more.map(({ local }) => local).join(', ')));
  if (last !== undefined) {
    const at = localTime(Date.parse(last.occurrence), zone);
    lines.push(row('last', `${at}  ${outcomeOf(last, stale, colour)}`));
  }
  return lines;
}

function outcomeOf(
  last: NonNullable<ScheduledBrief['last']>,
  stale: boolean,
  colour: Colours,
): string {
  const missed = last.missed === 0 ? '' : `, with ${last.missed} missed before it`;
  switch (last.outcome) {
    case 'built':
    case 'unchanged': {
      const what = last.outcome === 'built' ? 'built' : 'nothing had changed';
      const edition = last.edition === undefined ? '' : `, edition ${last.edition} released`;
      return `${colour.green('✓')} ${what}${edition}${missed}`;
    }
    case 'failed': {
      const says = stale ? 'failed: the documents are stale' : 'failed, and built by hand since';
      const errors = (last.errors ?? 0) === 0 ? '' : ` (${plural(last.errors ?? 0, 'error')})`;
      return `${stale ? colour.red('✗') : colour.yellow('!')} ${says}${errors}${missed}`;
    }
    case undefined:
      return `${colour.yellow('!')} not ended: it is under way, or was stopped and is done again`;
  }
}

/** Milliseconds → `3 days`, `5 hours`, `12 minutes`. */
function span(timeMs: number): string {
  const minutes = Math.max(1, Math.round(timeMs / 60_000));
  if (minutes < 90) return plural(minutes, 'minute');
  if (minutes < 36 * 60) return plural(Math.round(minutes / 60), 'hour');
  return plural(Math.round(minutes / 1_440), 'day');
}
