/** A wrong hit is worse than a slow check: whatever changes, the cache says what a first check says. */

import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { MemoryHost } from '../../../src/host/memory-host.ts';
import { checkAgain } from '../../../src/run/cache/check-again.ts';
import { checkProject } from '../../../src/run/check.ts';
import { minimal, minimalBrief, projectOf } from '../../support/project.ts';
import { fc } from '../../support/property.ts';
import { anyEdit, applyEdit } from '../../support/restless-edits.ts';
import {
  contentsOf,
  putFiles,
  firstFiles as restlessFiles,
} from '../../support/restless-office.ts';

type Files = Map<string, string>;

const day = 24 * 60 * 60 * 1000;

function firstFiles(): Files {
  const { publisher, findings, ...rest } = minimal;
  return new Map([
    ['data/publisher.yaml', stringify({ publisher })],
    ['data/all.yaml', stringify(rest)],
    ['data/findings.yaml', stringify({ findings })],
    [
      'data/figures.yaml',
      stringify({ figures: { posts: { title: 'Posts', alt: 'Posts fell.', data: 'posts.csv' } } }),
    ],
    ['posts.csv', 'month,posts\n2025-01,3\n'],
    ['data/briefs/one.yaml', stringify(minimalBrief)],
  ]);
}

const replaceIn = (path: string, from: RegExp, to: string) => (files: Files) => {
  files.set(path, (files.get(path) ?? '').replace(from, to));
};

/** What an author does between two checks, mistakes included. */
const edits: readonly ((files: Files) => void)[] = [
  replaceIn('data/findings.yaml', /statement: [^\n]*/, 'statement: "The ISKP is very likely back.'),
  replaceIn('data/findings.yaml', /statement: [^\n]*/, 'statement: The ISKP is very likely back.'),
  replaceIn('data/findings.yaml', /statement: [^\n]*/, 'statement: Channels were removed.'),
  replaceIn('data/findings.yaml', /source: [^\n]*/, 'source: reprot'),
  replaceIn('data/findings.yaml', /source: [^\n]*/, 'source: report'),
  replaceIn('data/findings.yaml', /^/, '# A note that moves every line.\n'),
  replaceIn('data/all.yaml', /issued: [^\n]*/, 'issued: 2026-01-02'),
  replaceIn('data/all.yaml', /issued: [^\n]*/, 'issued: 2025-02-29'),
  replaceIn('data/all.yaml', /body: [^\n]*/, 'body: It fell [@reprot, p. 3].'),
  replaceIn('data/briefs/one.yaml', /template: [^\n]*/, 'template: house'),
  replaceIn('data/briefs/one.yaml', /status: [^\n]*/, 'status: draft'),
  (files) => files.set('posts.csv', 'month,posts\n2025-01,many,more\n'),
  (files) => files.delete('posts.csv'),
  (files) => files.set('templates/house/template.yaml', 'name: house\n'),
  (files) => files.delete('templates/house/template.yaml'),
  (files) => files.set('data/more.yaml', stringify({ glossary: { iskp: { term: 'ISKP' } } })),
  (files) => files.delete('data/more.yaml'),
];

test('whatever changes between checks, they say what a first check says', async () => {
  const step = fc.record({
    edits: fc.array(fc.integer({ min: 0, max: edits.length - 1 }), { maxLength: 3 }),
    days: fc.constantFrom(0, 0, 1, 400),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
      const files = firstFiles();
      const host = projectOf(Object.fromEntries(files));
      for (const { edits: chosen, days } of steps) {
        for (const index of chosen) edits[index]?.(files);
        host.clock.set(host.clock.now() + days * day);
        await put(host, files);
        const first = projectOf(Object.fromEntries(files));
        first.clock.set(host.clock.now());
        const expected = plain(await checkProject(first));
        expect(plain(await checkAgain(host))).toEqual(expected);
        expect(plain(await checkAgain(host))).toEqual(expected);
      }
    }),
    { numRuns: 12 },
  );
});

test('whatever an office does between checks, they say what a first check says', async () => {
  const step = fc.record({
    edits: fc.array(anyEdit(), { maxLength: 3 }),
    days: fc.constantFrom(0, 0, 1, 400, -1),
    isUndone: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      const files = restlessFiles();
      const host = projectOf(contentsOf(files));
      for (const { edits: chosen, days, isUndone } of steps) {
        const before = new Map(files);
        for (const edit of chosen) applyEdit(files, edit);
        host.clock.set(host.clock.now() + days * day);
        await putFiles(host, files);
        const first = projectOf(contentsOf(files));
        first.clock.set(host.clock.now());
        const expected = plain(await checkProject(first));
        expect(plain(await checkAgain(host))).toEqual(expected);
        expect(plain(await checkAgain(host))).toEqual(expected);
        if (!isUndone) continue;
        files.clear();
        for (const [path, text] of before) files.set(path, text);
      }
    }),
    { numRuns: 6 },
  );
});

test('a check that was kept reads nothing but what was changed a moment ago', async () => {
  const host = projectOf(Object.fromEntries(firstFiles()));
  await checkAgain(host);
  host.clock.set(host.clock.now() + 60_000);
  await checkAgain(host);
  const read: string[] = [];
  const project = {
    ...host.project,
    read: async (path: string) => {
      read.push(path);
      return host.project.read(path);
    },
  };
  await checkAgain({ ...host, project });
  expect(read.filter((path) => !path.startsWith('.brief/'))).toEqual([]);
});

test('a kept check that is damaged is passed over', async () => {
  const host = projectOf(Object.fromEntries(firstFiles()));
  const expected = await checkAgain(host);
  const kept = [...host.project.all.keys()].filter((path) => path.startsWith('.brief/'));
  expect(kept).toHaveLength(1);
  for (const path of kept) await host.project.write(path, new TextEncoder().encode('{"schema":1'));
  expect(plain(await checkAgain(host))).toEqual(plain(expected));
});

/** As it comes back from JSON. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

/** The project's files become these, and no others. */
async function put(host: MemoryHost, files: Files): Promise<void> {
  const known = [...host.project.all.keys()].filter((path) => !path.startsWith('.brief/'));
  for (const path of known.filter((one) => !files.has(one))) await host.project.remove(path);
  for (const [path, text] of files) {
    const bytes = new TextEncoder().encode(text);
    const old = host.project.all.get(path);
    if (old === undefined || Buffer.compare(old, bytes) !== 0)
      await host.project.write(path, bytes);
  }
}
