/** A wrong hit is worse than a slow build: whatever changes, the cache gives what a clean build gives. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { MemoryHost } from '../../../src/host/memory-host.ts';
import { buildAgain } from '../../../src/run/cache/build-again.ts';
import type { BuildJob } from '../../../src/run/job.ts';
import { minimal, minimalBrief, projectOf } from '../../support/project.ts';

/** Files of a project, by their paths. */
type Files = Map<string, string>;

const office = (marking: string) => ({
  ...minimal.publisher,
  site: { title: 'All briefs', url: 'https://example.org/briefs/' },
  defaults: { ...minimal.publisher.defaults, marking, formats: ['md', 'html', 'json'] },
});

function firstFiles(): Files {
  const { publisher: _, findings, ...rest } = minimal;
  const other = {
    other: { statement: 'Mirrors came back.', evidence: [{ source: 'report', locator: 'p. 4' }] },
    unused: { statement: 'Nobody cites this.', evidence: [{ source: 'report', locator: 'p. 5' }] },
  };
  return new Map([
    ['data/publisher.yaml', stringify({ publisher: office('TLP:CLEAR') })],
    ['data/all.yaml', stringify({ ...rest })],
    ['data/findings.yaml', stringify({ findings: { ...findings, ...other } })],
    ['data/briefs/one.yaml', stringify({ ...minimalBrief, issued: '2026-01-02' })],
    [
      'data/briefs/two.yaml',
      stringify({
        ...{ ...minimalBrief, title: 'Another brief', issued: '2026-01-03' },
        takeaways: [{ lead: 'Mirrors return.', body: 'They do.', findings: ['other'] }],
      }),
    ],
  ]);
}

const replaceIn = (path: string, from: RegExp, to: string) => (files: Files) => {
  files.set(path, (files.get(path) ?? '').replace(from, to));
};

/** What an office does between two builds. */
const edits: readonly ((files: Files) => void)[] = [
  replaceIn('data/findings.yaml', /value: \d+/, 'value: 12000'),
  replaceIn('data/findings.yaml', /value: \d+/, 'value: 13000'),
  replaceIn('data/findings.yaml', /Mirrors came back[^\n]*/, 'Mirrors came back twice.'),
  replaceIn('data/findings.yaml', /Nobody cites this[^\n]*/, 'Nobody cites that.'),
  replaceIn('data/findings.yaml', /(unused:\n)(?! +marking)/, '$1    marking: TLP:AMBER\n'),
  replaceIn('data/findings.yaml', / +marking: TLP:AMBER\n/, ''),
  replaceIn('data/findings.yaml', /^/, '# A note.\n'),
  (files) => {
    const { findings } = parse(files.get('data/findings.yaml') ?? '');
    const { other, ...rest } = findings;
    if (other === undefined) return;
    files.set('data/findings.yaml', stringify({ findings: rest }));
    files.set('data/elsewhere.yaml', stringify({ findings: { other } }));
  },
  replaceIn('data/all.yaml', /title: A report/, 'title: The report'),
  replaceIn('data/all.yaml', /title: The report/, 'title: A report'),
  replaceIn('data/all.yaml', /body: [^\n]*/, 'body: It fell by *half*, and stayed.'),
  replaceIn('data/briefs/one.yaml', /title: [^\n]*/, 'title: A new title'),
  replaceIn('data/briefs/two.yaml', /issued: [^\n]*/, 'issued: 2026-02-03'),
  (files) => files.set('data/publisher.yaml', stringify({ publisher: office('TLP:GREEN') })),
  (files) => files.set('data/publisher.yaml', stringify({ publisher: office('TLP:CLEAR') })),
  (files) => files.set('templates/shared/partials/masthead.md.hbs', 'Our own masthead.\n\n'),
  (files) => files.delete('templates/shared/partials/masthead.md.hbs'),
];

/** What happens to the documents meanwhile. */
const accidents = ['nothing', 'a document is deleted'] as const;

const jobs: readonly BuildJob[] = [{}, { audience: 'TLP:CLEAR' }, { briefs: ['two'] }];

test('whatever changes between builds, what lies in the folder is what a clean build makes', async () => {
  const step = fc.record({
    edits: fc.array(fc.integer({ min: 0, max: edits.length - 1 }), { maxLength: 3 }),
    accident: fc.constantFrom(...accidents),
    job: fc.constantFrom(...jobs),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
      const files = firstFiles();
      const host = hostOf(files);
      for (const { edits: chosen, accident, job } of steps) {
        for (const index of chosen) edits[index]?.(files);
        await put(host, files);
        await suffer(host, accident);
        const clean = hostOf(files);
        const [again, once] = [await buildAgain(host, job), await buildAgain(clean, job)];
        expect(again.briefs.map(({ id, status }) => [id, status])).toEqual(
          once.briefs.map(({ id, status }) => [id, status]),
        );
        const isWhole = again.briefs.every(({ status }) => status === 'built') && !job.briefs;
        for (const [name, bytes] of clean.output.all) {
          const [now, cleanly] = [textOf(host.output.all.get(name)), textOf(bytes)];
          if (isWhole || !ofAllBriefs.has(name)) expect(now, name).toBe(cleanly);
          // Which other briefs an earlier job left in the folder is that job's business.
          else if (name === 'manifest.json') {
            expect(documentsIn(now)).toEqual(expect.arrayContaining(documentsIn(cleanly)));
          }
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('nothing that is asked for twice is built twice', async () => {
  const files = firstFiles();
  const host = hostOf(files);
  const reasons: [string, readonly string[]][] = [];
  const build = () => buildAgain(host, {}, { onReason: (...reason) => reasons.push(reason) });
  await build();
  expect(reasons.splice(0)).toEqual([
    ['one', []],
    ['two', []],
  ]);
  const again = await build();
  expect(reasons).toEqual([]);
  expect(again.briefs.flatMap((brief) => brief.files.map(({ fate }) => fate))).toEqual(
    Array.from({ length: 6 }, () => 'unchanged'),
  );
  edits[0]?.(files);
  await put(host, files);
  const { briefs } = await build();
  expect(reasons).toEqual([['one', ['finding/channels-removed']]]);
  expect(briefs.map(({ id }) => id)).toEqual(['one', 'two']);
});

test('a build that found all its briefs built has looked at what they are made of', async () => {
  const files = firstFiles();
  const host = hostOf(files);
  await buildAgain(host, {});
  // A note in the data: the run is another, its briefs are the same.
  files.set('data/findings.yaml', `# A note.\n${files.get('data/findings.yaml')}`);
  await put(host, files);
  await buildAgain(host, {});
  files.set('templates/shared/partials/masthead.md.hbs', 'Our own masthead.\n\n');
  await put(host, files);
  await buildAgain(host, {});
  expect(textOf(host.output.all.get('two.md'))).toContain('Our own masthead.');
});

test('a cache that is damaged, or somebody else’s, is passed over', async () => {
  const files = firstFiles();
  const host = hostOf(files);
  await buildAgain(host, {});
  for (const path of [...host.project.all.keys()].filter((one) => one.startsWith('.brief/'))) {
    await host.project.write(path, new TextEncoder().encode('{"schema":1,"value"'));
  }
  const { briefs } = await buildAgain(host, {});
  expect(briefs.map(({ status }) => status)).toEqual(['built', 'built']);
});

function hostOf(files: Files): MemoryHost {
  return projectOf(Object.fromEntries(files)) as MemoryHost;
}

/** The project's files become these, and no others. */
async function put(host: MemoryHost, files: Files): Promise<void> {
  const known = [...host.project.all.keys()].filter((path) => !path.startsWith('.brief/'));
  for (const path of known.filter((one) => !files.has(one))) await host.project.remove(path);
  for (const [path, text] of files) await host.project.write(path, new TextEncoder().encode(text));
}

async function suffer(host: MemoryHost, accident: (typeof accidents)[number]): Promise<void> {
  const names = [...host.output.all.keys()];
  const victim =
    accident === 'nothing' ? undefined : names.find((name) => name !== 'manifest.json');
  if (victim !== undefined) await host.output.remove(victim);
}

/** What is made of everything in the folder. */
const ofAllBriefs = new Set(['manifest.json', 'index.html', 'feed.xml', 'feed.json']);

function documentsIn(manifest: string): unknown[] {
  return JSON.parse(manifest).documents;
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '(missing)' : new TextDecoder().decode(bytes);
}
