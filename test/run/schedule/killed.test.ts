/** Scheduled runs that are killed at any moment: no occurrence is lost, none comes twice, every file is whole. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { createDiskFiles } from '../../../src/host/files/disk-files.ts';
import { sha256 } from '../../../src/model/hash.ts';
import { readLedger } from '../../../src/run/schedule/ledger.ts';
import { readManifest } from '../../../src/write/manifest.ts';
import { project } from '../../cli/brief.ts';
import { minimalBrief } from '../../support/project.ts';
import { sevenOn } from './seven-on.ts';

/** What a life says of a day that it has lived through. */
interface Day {
  readonly day?: number;
  readonly errors?: readonly unknown[];
  readonly documents?: Readonly<Record<string, string>>;
}

interface Killing {
  readonly kills: number;
  readonly formats: string;
  readonly release: boolean;
}

/** Lives through days in one process after the other, each killed at a random moment. */
async function killAgainAndAgain({ kills, formats, release }: Killing) {
  const schedule = { when: 'every day 07:00', zone: 'UTC', release };
  const folder = await project({
    'data/briefs/one.yaml': { ...minimalBrief, schedule },
    'data/briefs/two.yaml': null,
  });
  const output = createDiskFiles(join(folder, 'output'));
  /** Document → every hash that it has had at the end of a day. */
  const known = new Map<string, Set<string>>();
  const atKills: [string, string][] = [];
  let last = -1;
  let openCount = 0;
  let onBegun = () => {};

  const live = async (untilMs: number | 'one day') => {
    const script = join(import.meta.dirname, 'look-daily.ts');
    const child = spawn(process.execPath, [script, folder, String(last + 1), formats], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const lines = createInterface({ input: child.stdout });
    const begun = Promise.withResolvers<void>();
    const lived = Promise.withResolvers<void>();
    lines.on('line', (line) => {
      begun.resolve();
      const { day, errors, documents = {} } = JSON.parse(line) as Day;
      if (day === undefined) return;
      expect(errors).toEqual([]);
      last = day;
      for (const [name, hash] of Object.entries(documents)) {
        known.set(name, (known.get(name) ?? new Set()).add(hash));
      }
      lived.resolve();
    });
    await begun.promise;
    onBegun();
    if (untilMs === 'one day') await lived.promise;
    else await new Promise((resolve) => setTimeout(resolve, untilMs));
    child.kill('SIGKILL');
    await Promise.all([once(child, 'close'), once(lines, 'close')]);
  };

  let startedMs = 0;
  onBegun = () => {
    startedMs = performance.now();
  };
  await live('one day');
  // Later days are shorter than the first, so a life may see several of them, or none.
  const withinMs = performance.now() - startedMs;
  for (let kill = 0; kill < kills; kill += 1) {
    await live(Math.random() * withinMs);
    const { ledger } = await readLedger(output);
    if (ledger.runs.some(({ ended }) => ended === undefined)) openCount += 1;
    for (const name of await readdir(join(folder, 'output')).catch(() => [])) {
      if (!/^one\.(?:md|html|pdf)$/.test(name)) continue;
      atKills.push([name, sha256(await readFile(join(folder, 'output', name)))]);
    }
  }
  await live('one day');
  console.log(`${openCount} of ${kills} kills met a run under way, in ${last + 1} days`);

  for (const [name, hash] of atKills) expect(known.get(name), name).toContain(hash);
  const { ledger } = await readLedger(output);
  const runs = ledger.runs.filter(({ ended }) => ended !== undefined);
  const days = Array.from({ length: last + 1 }, (_, day) => sevenOn(day));
  // The ledger keeps the latest runs only.
  expect(runs.map(({ occurrence }) => occurrence).slice(-20)).toEqual(days.slice(-20));
  expect(runs.map(({ missed }) => missed)).toEqual(runs.map(() => 0));
  const { value: manifest } = await readManifest(output);
  for (const { name, sha256: hash } of Object.values(manifest?.documents[0]?.files ?? {})) {
    expect(sha256(await output.read(name)), name).toBe(hash);
  }
  return { folder, days };
}

test('kill -9 at fourteen random moments', async () => {
  await killAgainAndAgain({ kills: 14, formats: 'md,html', release: false });
}, 300_000);

test('kill -9 at six more, while PDFs are printed and editions released', async () => {
  const { folder, days } = await killAgainAndAgain({
    kills: 6,
    formats: 'md,html,pdf',
    release: true,
  });
  const editions = await readdir(join(folder, 'data/editions/one'));
  const numbers = editions.filter((name) => name.endsWith('.yaml')).map(Number.parseFloat);
  // The day on which the last life was ended may have released its edition already.
  const first = days.map((_, index) => index + 1);
  expect(numbers.toSorted((a, b) => a - b).slice(0, days.length)).toEqual(first);
}, 600_000);
