/** What we want to be, against what was measured; a goal whose task was not run is left out. */
import { median, type Row } from './report.ts';

export interface Names {
  readonly ours: string;
  readonly bare: string;
  readonly bareTwo: string;
}

/** One thing wanted: a time, a memory or a ratio of them that is at most so much. */
interface Goal {
  readonly text: string;
  readonly limit: number;
  readonly unit: '×' | 'ms' | 'MB';
  readonly measured: (of: Measured) => number | undefined;
}

interface Measured {
  /** Median time of a program at a task, in milliseconds. */
  timeMs(task: string, name: string): number | undefined;
  /** Median of the highest memory, in megabytes. */
  peakMb(task: string, name: string): number | undefined;
}

/** rows → a table in Markdown. */
export function goalsTable(rows: readonly Row[], names: Names): string {
  const of = measuredIn(rows);
  const lines = goalsOf(names).flatMap(({ text, limit, unit, measured }) => {
    const value = measured(of);
    if (value === undefined || Number.isNaN(value)) return [];
    const shown = (number: number) =>
      `${unit === '×' ? number.toFixed(2) : Math.round(number)} ${unit}`;
    return [`| ${text} | ${shown(limit)} | ${shown(value)} | ${value <= limit ? 'yes' : 'no'} |`];
  });
  return ['| goal | at most | measured | met |', '| --- | --- | --- | --- |', ...lines, ''].join(
    '\n',
  );
}

function measuredIn(rows: readonly Row[]): Measured {
  const find = (task: string, name: string) =>
    rows.find((row) => row.task.startsWith(task) && row.name === name)?.runs;
  return {
    timeMs: (task, name) => {
      const runs = find(task, name);
      return runs && median(runs.map(({ timeMs }) => timeMs));
    },
    peakMb: (task, name) => {
      const runs = find(task, name);
      return runs && median(runs.map(({ peakMb }) => peakMb).filter((mb) => !Number.isNaN(mb)));
    },
  };
}

function goalsOf({ ours, bare, bareTwo }: Names): readonly Goal[] {
  const against =
    (task: string, other: string, otherTask = task) =>
    (of: Measured) =>
      ratio(of.timeMs(task, ours), of.timeMs(otherTask, other));
  const time = (task: string) => (of: Measured) => of.timeMs(task, ours);
  return [
    {
      text: '1 brief cold, against bare puppeteer',
      limit: 0.8,
      unit: '×',
      measured: against('1 cold', bare),
    },
    {
      text: '200 briefs, against bare puppeteer with two pages',
      limit: 1,
      unit: '×',
      measured: against('200 cold', bareTwo),
    },
    {
      text: '200 briefs, against Typst',
      limit: 1,
      unit: '×',
      measured: against('200 cold', 'Typst'),
    },
    {
      text: '200 briefs, against jsreport',
      limit: 0.25,
      unit: '×',
      measured: against('200 cold', 'jsreport'),
    },
    {
      text: 'memory for 200 briefs',
      limit: 450,
      unit: 'MB',
      measured: (of) => of.peakMb('200 cold', ours),
    },
    {
      text: 'time for one of 1,000 briefs, against one of 200',
      limit: 1.05,
      unit: '×',
      measured: (of) =>
        ratio(by(of.timeMs('1000 cold', ours), 1000), by(of.timeMs('200 cold', ours), 200)),
    },
    {
      text: 'memory for 1,000 briefs, against 200',
      limit: 1.1,
      unit: '×',
      measured: (of) => ratio(of.peakMb('1000 cold', ours), of.peakMb('200 cold', ours)),
    },
    {
      text: '200 briefs again, nothing changed',
      limit: 250,
      unit: 'ms',
      measured: time('200 again, nothing'),
    },
    {
      text: '3 of 200 briefs changed, against 0.75 of bare puppeteer cold and 25 ms a brief',
      limit: 1,
      unit: '×',
      measured: (of) => {
        const cold = of.timeMs('1 cold', bare);
        return ratio(of.timeMs('200 again, "', ours), cold && 0.75 * cold + 3 * 25);
      },
    },
    {
      text: 'check of 20,000 findings',
      limit: 3000,
      unit: 'ms',
      measured: time('check 20,000 findings, first'),
    },
    {
      text: 'check of 20,000 findings again',
      limit: 600,
      unit: 'ms',
      measured: time('check 20,000 findings, again'),
    },
    {
      text: 'check of the samples',
      limit: 300,
      unit: 'ms',
      measured: time('check of the samples'),
    },
    { text: '`--help`', limit: 100, unit: 'ms', measured: time('--help') },
  ];
}

function ratio(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one / other;
}

function by(timeMs: number | undefined, count: number): number | undefined {
  return timeMs && timeMs / count;
}
