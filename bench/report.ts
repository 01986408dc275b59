/** What was measured → `results.md` and a chart beside it. */
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { goalsTable, type Names } from './goals.ts';
import type { Run } from './measure.ts';

export interface Row {
  readonly task: string;
  readonly size: number;
  readonly name: string;
  readonly runs: readonly Run[];
}

/** folder, rows → the two files, and the table on standard output. */
export function writeResults(folder: string, rows: readonly Row[], names: Names): void {
  const tasks = [...new Set(rows.map(({ task }) => task))];
  const tables = tasks.map((task) => tableOf(task, rows, names));
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  const text = [
    '# Speed, measured',
    '',
    'Made by `npm run bench`. Median of interleaved runs, each a fresh process; in brackets the',
    'fastest and the slowest. Memory is the highest sum over the process and its children.',
    '',
    `Machine: ${machine}.`,
    '',
    'The goals were set for a machine that starts bare puppeteer in 550 ms; where a goal is a time, it is',
    'the machine that decides, too. What stands in the way of those that are not met is told in',
    '[profile.md](profile.md).',
    '',
    goalsTable(rows, names),
    '![Time for each task](results.svg)',
    '',
    ...tables,
  ].join('\n');
  writeFileSync(join(folder, 'results.md'), text);
  writeFileSync(join(folder, 'results.svg'), chartOf(rows));
  console.log(text);
}

function tableOf(task: string, rows: readonly Row[], { ours, bare, bareTwo }: Names): string {
  const own = rows.filter((row) => row.task === task);
  const reference =
    own.find(({ name }) => name === (task.startsWith('1 ') ? bare : bareTwo)) ??
    rows.find(({ task: other, name }) => other === '1 cold' && name === bare);
  const lines = own.map(({ name, runs }) => {
    const times = runs.map(({ timeMs }) => timeMs);
    const ratio = reference && median(times) / median(reference.runs.map(({ timeMs }) => timeMs));
    const peak = median(runs.map(({ peakMb }) => peakMb).filter((mb) => !Number.isNaN(mb)));
    const cells = [
      name === ours ? `**${name}**` : name,
      `${Math.round(median(times))} ms (${Math.round(Math.min(...times))}–${Math.round(Math.max(...times))})`,
      ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
      Number.isNaN(peak) ? '' : `${Math.round(peak)} MB`,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const against = reference === undefined ? '' : `against ${reference.name}, ${reference.task}`;
  return [
    `## ${task}`,
    '',
    `| program | time | ${against} | memory |`,
    '| --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}

/** The middle one; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Bars on a logarithmic scale, task by task. */
function chartOf(rows: readonly Row[]): string {
  const height = 22;
  const from = Math.log10(50);
  const to = Math.log10(Math.max(...rows.map(({ runs }) => median(runs.map((run) => run.timeMs)))));
  const bars = rows.map(({ task, name, runs }, index) => {
    const timeMs = median(runs.map((run) => run.timeMs));
    const width = Math.max(2, ((Math.log10(timeMs) - from) / (to - from)) * 320);
    const y = index * height + 4;
    const fill = name.startsWith('Briefwright') ? '#0b5563' : '#9aa5ab';
    return [
      `<text x="4" y="${y + 13}">${task.replace(/[<&"]/g, '')} · ${name}</text>`,
      `<rect x="430" y="${y}" width="${width.toFixed(1)}" height="16" fill="${fill}"/>`,
      `<text x="${(436 + width).toFixed(1)}" y="${y + 13}">${Math.round(timeMs)} ms</text>`,
    ].join('');
  });
  const size = `width="840" height="${rows.length * height + 8}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="12" role="img" aria-label="Time of each program for each task">${bars.join('')}</svg>\n`;
}
