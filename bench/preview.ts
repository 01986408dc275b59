/**
 * From a saved file to the changed page, in a real browser, and to a new page or PDF without one:
 * `npm run bench:preview [-- --rounds 20] [-- <project> <brief>]`. Without a project it measures the
 * sample briefs and a large project that is made up, and writes `preview.md`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, getPriority, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Case, caseOf, cases } from './preview-cases.ts';
import { measurePage } from './preview-page.ts';
import { measureParts, type Times } from './preview-parts.ts';

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '20' } },
  allowPositionals: true,
});
const [project, brief] = positionals;
const isOwn = project !== undefined && brief !== undefined;
const chosen = isOwn ? [caseOf(project, brief)] : cases;
const rounds = Number(values.rounds);
const loadBefore = loadavg()[0] ?? 0;

const sections: string[] = [];
for (const one of chosen) {
  const root = mkdtempSync(join(tmpdir(), 'briefwright-preview-'));
  one.write(root);
  const options = { root, rounds, warmUp: 5 };
  sections.push(
    tableOf(one, [...(await measurePage(one, options)), ...(await measureParts(one, options))]),
  );
  rmSync(root, { recursive: true, force: true });
}
const loads = [loadBefore, loadavg()[0] ?? 0].map((load) => load.toFixed(1)).join(' before, ');
// On a machine that others use, `nice` lets what is measured go first, and that is said.
const priority = getPriority() === 0 ? '' : `, measured at priority ${getPriority()}`;
const text = [
  '# The preview, measured',
  '',
  'Made by `npm run bench:preview`. Each kind of save is made again and again in a preview that has run for',
  'some rounds, with a second between two saves in the browser. Times are from the moment the file is',
  'written, so the watch of the disk is in them. Work is the processor time of the process, all threads',
  'together; the browser’s is not in it.',
  '',
  `Machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}; its load was ${loads} after it${priority}.`,
  '',
  ...sections,
].join('\n');
if (!isOwn) writeFileSync(join(import.meta.dirname, 'preview.md'), text);
console.log(text);

function tableOf({ name, goals }: Case, times: readonly Times[]): string {
  const lines = times.map((one) => {
    const wall = sorted(one.wallMs);
    const work = one.cpuMs === undefined ? '' : ms(at(sorted(one.cpuMs), 0.5));
    const cells = [
      ms(at(wall, 0.5)),
      ms(at(wall, 0.95)),
      ms(at(wall, 1)),
      work,
      goalOf(one, goals),
    ];
    return `| ${[one.name, ...cells].join(' | ')} |`;
  });
  return [
    `## ${name}`,
    '',
    `| saved → made, ${rounds} times | median | p95 | worst | work, median | wanted, p95 |`,
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}

function goalOf({ name }: Times, { pageMs, htmlMs, pdfMs }: Case['goals']): string {
  const goal = name.endsWith('HTML') ? htmlMs : name.endsWith('PDF') ? pdfMs : pageMs;
  return goal === undefined ? '' : ms(goal);
}

function sorted(times: readonly number[]): readonly number[] {
  return times.toSorted((a, b) => a - b);
}

/** Nearest rank. */
function at(times: readonly number[], share: number): number {
  return times[Math.max(0, Math.ceil(share * times.length) - 1)] ?? 0;
}

function ms(time: number): string {
  return `${Math.round(time)} ms`;
}
