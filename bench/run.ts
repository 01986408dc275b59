/**
 * Measures Briefwright against two floors and its peers, interleaved in one run, and writes
 * `results.md` and `results.svg`.
 *
 *     npm run bench -- [--rounds 5] [--sizes 1,20,200] [--large] [--without jsreport,marp-cli]
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPrinter } from '../src/host/browser/printer.ts';
import { sharedFinding, writeCorpus, writeLargeData } from './corpus.ts';
import { measure, type Run } from './measure.ts';
import { type Row, writeResults } from './report.ts';
import { typstOf } from './typst-text.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '1,20,200' },
    without: { type: 'string', default: '' },
    large: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const sizes = values.sizes.split(',').map(Number);
const without = new Set(values.without.split(','));
const here = import.meta.dirname;
const brief = join(here, '..', 'dist', 'bin.js');
const work = join(tmpdir(), 'briefwright-bench');

rmSync(work, { recursive: true, force: true });
const printer = await createPrinter();
const browser = printer.browser.executable;
printer.close();

interface Contestant {
  readonly name: string;
  /** Most briefs that it is tried with. */
  readonly limit: number;
  readonly args: (folders: Folders) => readonly string[];
}

interface Folders {
  readonly project: string;
  readonly html: string;
  readonly md: string;
  readonly typ: string;
  readonly target: string;
}

const ours = 'Briefwright (md, html, pdf)';
const bare = 'bare puppeteer, 1 page';
const bareTwo = 'bare puppeteer, 2 pages';
const peer = (name: string) => join(here, 'peers', `${name}.ts`);
const all: readonly Contestant[] = [
  {
    name: ours,
    limit: 1_000,
    args: ({ project, target }) => [brief, '--root', project, '--out', target, '--quiet'],
  },
  {
    name: bare,
    limit: 200,
    args: ({ html, target }) => [peer('bare-puppeteer'), html, target, '1', browser],
  },
  {
    name: bareTwo,
    limit: 1_000,
    args: ({ html, target }) => [peer('bare-puppeteer'), html, target, '2', browser],
  },
  { name: 'Typst', limit: 200, args: ({ typ, target }) => [peer('typst'), typ, target] },
  {
    name: 'md-to-pdf',
    limit: 20,
    args: ({ md, target }) => [peer('md-to-pdf'), md, target, browser],
  },
  { name: 'marp-cli', limit: 20, args: ({ md, target }) => [peer('marp'), md, target, browser] },
  {
    name: 'jsreport',
    limit: 200,
    args: ({ html, target }) => [peer('jsreport'), html, target, browser],
  },
];
const contestants = all.filter(({ name }) => !without.has(name));

const rows: Row[] = [];
for (const size of sizes) {
  await compareAt(size);
  // What was measured is kept, whatever happens to what comes next.
  writeResults(here, rows, { ours, bare, bareTwo });
}
await measureCache(sizes.includes(200) ? 200 : Math.max(...sizes));
await measureCommands();
if (values.large) await measureLargeData();
writeResults(here, rows, { ours, bare, bareTwo });

/** All contestants with so many briefs, in turns, so that a busy moment of the machine meets all. */
async function compareAt(size: number): Promise<void> {
  const folders = await prepare(size);
  const able = contestants.filter(({ limit }) => limit >= size);
  const runs = new Map<string, Run[]>(able.map(({ name }) => [name, []]));
  const turns = size > 200 ? 1 : size > 20 ? Math.min(rounds, 2) : rounds;
  for (let round = 0; round < turns; round += 1) {
    for (const { name, args } of able.filter((one) => runs.has(one.name))) {
      reset(folders);
      try {
        const run = await measure(process.execPath, args(folders), { watchMemory: size > 1 });
        runs.get(name)?.push(run);
        console.log(`${size} briefs, ${name}: ${Math.round(run.timeMs)} ms`);
      } catch (error) {
        // A peer that gives up is out of the race; its table has no row then.
        console.error(`${size} briefs, ${name}: ${String(error)}`);
        runs.delete(name);
      }
    }
  }
  for (const [name, list] of runs) rows.push({ task: `${size} cold`, size, name, runs: list });
}

/** A project, and its texts as the peers take them. */
async function prepare(size: number): Promise<Folders> {
  const project = join(work, `${size}`, 'project');
  const folders = {
    project,
    html: join(work, `${size}`, 'html'),
    md: join(work, `${size}`, 'md'),
    typ: join(work, `${size}`, 'typ'),
    target: join(work, `${size}`, 'target'),
  };
  rmSync(join(work, `${size}`), { recursive: true, force: true });
  writeCorpus(project, size);
  const ready = join(work, `${size}`, 'ready');
  const formats = ['--to', 'md,html', '--quiet'];
  await measure(process.execPath, [brief, '--root', project, '--out', ready, ...formats]);
  for (const folder of [folders.html, folders.md, folders.typ]) mkdirSync(folder);
  for (const name of readdirSync(ready)) {
    if (name.endsWith('.html')) cpSync(join(ready, name), join(folders.html, name));
    if (!name.endsWith('.md')) continue;
    cpSync(join(ready, name), join(folders.md, name));
    const text = typstOf(readFileSync(join(ready, name), 'utf8'));
    writeFileSync(join(folders.typ, name.replace(/\.md$/, '.typ')), text);
  }
  return folders;
}

function reset({ project, target }: Folders): void {
  rmSync(target, { recursive: true, force: true });
  rmSync(join(project, '.brief'), { recursive: true, force: true });
  mkdirSync(target);
}

/** The second build of a project, and the build after one finding has changed. */
async function measureCache(size: number): Promise<void> {
  const folders = await prepare(size);
  reset(folders);
  const { project, target } = folders;
  const args = [brief, '--root', project, '--out', target, '--quiet'];
  await measure(process.execPath, args);
  await measure(process.execPath, args);
  const again: Run[] = [];
  const changed: Run[] = [];
  const shared = join(project, 'data', 'findings', 'shared.yaml');
  for (let round = 0; round < rounds; round += 1) {
    again.push(await measure(process.execPath, args));
    const text = readFileSync(shared, 'utf8');
    writeFileSync(shared, text.replace(/value: \d+/, `value: ${1000 + round}`));
    changed.push(await measure(process.execPath, args));
  }
  rows.push({ task: `${size} again, nothing changed`, size, name: ours, runs: again });
  const task = `${size} again, "${sharedFinding}" changed, in 3 briefs`;
  rows.push({ task, size, name: ours, runs: changed });
}

/** 20,000 findings in 200 files. */
async function measureLargeData(): Promise<void> {
  const project = join(work, 'large');
  writeLargeData(project);
  const first: Run[] = [];
  const again: Run[] = [];
  for (let round = 0; round < rounds; round += 1) {
    rmSync(join(project, '.brief'), { recursive: true, force: true });
    first.push(await measure(process.execPath, [brief, 'check', '--root', project]));
    again.push(await measure(process.execPath, [brief, 'check', '--root', project]));
  }
  rows.push({ task: 'check 20,000 findings, first', size: 1, name: ours, runs: first });
  rows.push({ task: 'check 20,000 findings, again', size: 1, name: ours, runs: again });
}

/** What somebody who tries things out waits for. */
async function measureCommands(): Promise<void> {
  const project = join(work, 'samples');
  cpSync(join(here, '..', 'data'), join(project, 'data'), { recursive: true });
  const help: Run[] = [];
  const check: Run[] = [];
  for (let round = 0; round < rounds; round += 1) {
    rmSync(join(project, '.brief'), { recursive: true, force: true });
    help.push(await measure(process.execPath, [brief, '--help']));
    check.push(await measure(process.execPath, [brief, 'check', '--root', project]));
  }
  rows.push({ task: '--help', size: 1, name: ours, runs: help });
  rows.push({ task: 'check of the samples', size: 1, name: ours, runs: check });
}
