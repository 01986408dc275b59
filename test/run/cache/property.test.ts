/** A wrong hit is worse than a slow build: whatever changes, the cache gives what a clean build gives. */

import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { createMemoryFiles, type MemoryFiles } from '../../../src/host/files/memory-files.ts';
import type { MemoryHost } from '../../../src/host/memory-host.ts';
import type { Host } from '../../../src/model/host.ts';
import { type BuildResult, build } from '../../../src/run/build.ts';
import { buildAgain } from '../../../src/run/cache/build-again.ts';
import { checkProject } from '../../../src/run/check.ts';
import type { BuildJob } from '../../../src/run/job.ts';
import { minimal, minimalBrief, projectOf } from '../../support/project.ts';
import { fc } from '../../support/property.ts';
import { anyEdit, applyEdit } from '../../support/restless-edits.ts';
import {
  contentsOf,
  firstFiles,
  type OfficeFiles,
  putFiles,
} from '../../support/restless-office.ts';

/** What happens to the documents, or to what is kept of them, meanwhile. */
const accidents = [
  ...['nothing', 'nothing', 'deleted', 'edited', 'swapped', 'manifest cut', 'stray'],
  ...['cache cut', 'cache gone', 'older cache'],
] as const;

/** Each kind has a folder of its own: what a folder keeps of other formats is another matter. */
const jobs: readonly BuildJob[] = [
  ...[{}, {}, {}, { briefs: ['two'] }, { isStrict: true }, { force: true }],
  ...[{ audience: 'TLP:CLEAR' as const }, { lang: 'fr' }, { paper: 'Letter' as const }],
  ...[{ formats: ['md', 'csv', 'stix'] as const }, { asOf: '2030-01-01' }],
];

const step = fc.record({
  edits: fc.array(anyEdit(), { maxLength: 3 }),
  accident: fc.constantFrom(...accidents),
  share: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  job: fc.constantFrom(...jobs),
  days: fc.constantFrom(0, 0, 1, 400, -1),
  sourceDateMs: fc.constantFrom(undefined, undefined, Date.UTC(2026, 0, 10)),
  staysBroken: fc.nat(5).map((one) => one === 0),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const day = 24 * 60 * 60 * 1000;

test('whatever changes between builds, they do and say what builds without a cache do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
      const files = firstFiles();
      const [cached, plain] = [officeOf(files), officeOf(files)];
      const caches: Map<string, Uint8Array>[] = [];
      for (const one of steps) {
        const before = new Map(files);
        for (const edit of one.edits) applyEdit(files, edit);
        if (!one.staysBroken && (await isBroken(files))) restore(files, before);
        caches.push(cacheOf(cached.host));
        for (const office of [cached, plain]) {
          office.host.clock.set(office.host.clock.now() + one.days * day);
          await putFiles(office.host, files);
          await suffer(folderOf(office, one.job), one);
        }
        await loseCache(cached.host, one, caches);
        const results = [
          await buildAgain(viewOf(cached, one), one.job),
          await build(viewOf(plain, one), one.job),
        ];
        const [again, once] = results.map(sightOf);
        expect(again).toEqual(once);
        const [left, clean] = [cached, plain].map((office) => textsIn(folderOf(office, one.job)));
        expect(left).toEqual(clean);
      }
    }),
    { numRuns: 6 },
  );
}, 600_000);

/** A project, and the output folders of the kinds of jobs. */
interface Office {
  readonly host: MemoryHost;
  readonly folders: Map<string, MemoryFiles>;
}

function officeOf(files: OfficeFiles): Office {
  return { host: projectOf(contentsOf(files)), folders: new Map() };
}

function folderOf({ folders }: Office, job: BuildJob): MemoryFiles {
  const { briefs: _briefs, isStrict: _isStrict, force: _force, ...kind } = job;
  const key = JSON.stringify(kind);
  const folder = folders.get(key) ?? createMemoryFiles({}, `/project/output ${key}`);
  folders.set(key, folder);
  return folder;
}

function viewOf(office: Office, { job, sourceDateMs }: Step): Host {
  const clock = { now: office.host.clock.now, sourceDateMs };
  return { ...office.host, output: folderOf(office, job), clock };
}

async function isBroken(files: OfficeFiles): Promise<boolean> {
  const { diagnostics } = await checkProject(projectOf(contentsOf(files)));
  return diagnostics.some(({ severity }) => severity === 'error');
}

function restore(files: OfficeFiles, before: OfficeFiles): void {
  files.clear();
  for (const [path, text] of before) files.set(path, text);
}

function cacheOf({ project }: MemoryHost): Map<string, Uint8Array> {
  return new Map([...project.all].filter(([path]) => path.startsWith('.brief/')));
}

async function suffer(output: MemoryFiles, { accident, share }: Step): Promise<void> {
  const names = [...output.all.keys()].filter((name) => name !== 'manifest.json');
  const [one, other] = [share, (share * 7) % 1].map((at) => names[Math.floor(at * names.length)]);
  if (one === undefined || other === undefined) return;
  const [bytes, others] = [one, other].map((name) => output.all.get(name) ?? new Uint8Array());
  if (bytes === undefined || others === undefined) return;
  if (accident === 'deleted') await output.remove(one);
  if (accident === 'edited') await output.write(one, Buffer.concat([bytes, Buffer.from('x')]));
  if (accident === 'stray') await output.write('stray.html', Buffer.from('<p>'));
  if (accident === 'manifest cut') await output.write('manifest.json', Buffer.from('{"doc'));
  if (accident !== 'swapped') return;
  await output.write(one, others);
  await output.write(other, bytes);
}

async function loseCache(
  { project }: MemoryHost,
  { accident, share }: Step,
  caches: readonly ReadonlyMap<string, Uint8Array>[],
): Promise<void> {
  const latest = caches.at(-1) ?? new Map<string, Uint8Array>();
  const older = caches[Math.floor(share * caches.length)] ?? latest;
  for (const [path, bytes] of latest) {
    if (accident === 'cache gone') await project.remove(path);
    if (accident === 'cache cut') {
      await project.write(path, bytes.slice(0, Math.floor(share * bytes.length)));
    }
  }
  if (accident !== 'older cache') return;
  for (const [path, bytes] of older) await project.write(path, bytes);
}

/** All that is told of a build, as it comes back from JSON; how long it took aside. */
function sightOf({ briefs, ...result }: BuildResult): unknown {
  const untimed = briefs.map((brief) => ({ ...brief, timeMs: 0 }));
  return JSON.parse(JSON.stringify({ ...result, briefs: untimed }));
}

function textsIn({ all }: MemoryFiles): Record<string, string> {
  return Object.fromEntries([...all].map(([name, bytes]) => [name, textOf(bytes)]).toSorted());
}

test('nothing that is asked for twice is built twice', async () => {
  const files = twoBriefs();
  const host = projectOf(contentsOf(files));
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
  const findings = files.get('data/findings.yaml') ?? '';
  files.set('data/findings.yaml', findings.replace(/value: \d+/, 'value: 12000'));
  await putFiles(host, files);
  const { briefs } = await build();
  expect(reasons).toEqual([['one', ['finding/channels-removed']]]);
  expect(briefs.map(({ id }) => id)).toEqual(['one', 'two']);
});

test('a build that found all its briefs built has looked at what they are made of', async () => {
  const files = twoBriefs();
  const host = projectOf(contentsOf(files));
  await buildAgain(host, {});
  // A note in the data: the run is another, its briefs are the same.
  files.set('data/findings.yaml', `# A note.\n${files.get('data/findings.yaml')}`);
  await putFiles(host, files);
  await buildAgain(host, {});
  files.set('templates/shared/partials/masthead.md.hbs', 'Our own masthead.\n\n');
  await putFiles(host, files);
  await buildAgain(host, {});
  expect(textOf(host.output.all.get('two.md'))).toContain('Our own masthead.');
});

test('a cache that is damaged, or somebody else’s, is passed over', async () => {
  const files = twoBriefs();
  const host = projectOf(contentsOf(files));
  await buildAgain(host, {});
  for (const path of [...host.project.all.keys()].filter((one) => one.startsWith('.brief/'))) {
    await host.project.write(path, new TextEncoder().encode('{"schema":1,"value"'));
  }
  const { briefs } = await buildAgain(host, {});
  expect(briefs.map(({ status }) => status)).toEqual(['built', 'built']);
});

/** Two briefs that share a source, and each has a finding of its own. */
function twoBriefs(): OfficeFiles {
  const { publisher, findings, ...others } = minimal;
  const formats = ['md', 'html', 'json'];
  const defaults = { ...publisher.defaults, formats };
  const other = {
    other: { statement: 'Mirrors came back.', evidence: [{ source: 'report', locator: 'p. 4' }] },
  };
  return new Map([
    ['data/all.yaml', stringify({ ...others, publisher: { ...publisher, defaults } })],
    ['data/findings.yaml', stringify({ findings: { ...findings, ...other } })],
    ['data/briefs/one.yaml', stringify(minimalBrief)],
    [
      'data/briefs/two.yaml',
      stringify({
        ...minimalBrief,
        takeaways: [{ lead: 'Mirrors return.', body: 'They do.', findings: ['other'] }],
      }),
    ],
  ]);
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '(missing)' : new TextDecoder().decode(bytes);
}
