/** Changes that a hash of records and files alone would not see. */
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { MemoryHost } from '../../../src/host/memory-host.ts';
import type { Files } from '../../../src/model/host.ts';
import { build } from '../../../src/run/build.ts';
import { buildAgain } from '../../../src/run/cache/build-again.ts';
import type { BuildEvents } from '../../../src/run/job.ts';
import { minimal, minimalBrief, projectOf } from '../../support/project.ts';

const data = 'data/all.yaml';
const masthead = 'templates/shared/partials/masthead.md.hbs';

const takeaway = (lead: string) => ({ lead, findings: ['channels-removed'], tags: ['media'] });
const first = {
  publisher: minimal.publisher,
  sources: minimal.sources,
  findings: minimal.findings,
};
const brief = {
  ...minimalBrief,
  formats: ['md', 'html'],
  takeaways: { tag: 'media' },
  figures: ['moves'],
};
const moves = { title: 'Moves', alt: 'Two moves.', kind: 'table' };
const figuresOf = (rows: readonly object[], columns: object) => ({
  moves: { ...moves, data: rows, columns },
});
const takeaways = { one: takeaway('It fell.'), two: takeaway('It rose.') };
const rows = [{ from: 'Here', to: 'There' }];
const columns = { from: 'From', to: 'To' };
const whole = { ...first, takeaways, figures: figuresOf(rows, columns) };

const body = 'Look here.\n\n![A square](pictures/a\\_b.svg)\n';
const withPicture = { ...whole, takeaways: { one: { ...takeaway('It fell.'), body } } };
const draw = ({ project }: MemoryHost, colour: string) => {
  const square = `<rect width="8" height="8" fill="${colour}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">${square}</svg>`;
  return write(project, 'pictures/a_b.svg', svg);
};

const hostOf = (all: object): MemoryHost =>
  projectOf({ [data]: stringify(all), 'data/briefs/one.yaml': stringify(brief) });

test.each([
  ['takeaways that are asked for by a tag', { takeaways: reversed(takeaways) }],
  ['columns', { figures: figuresOf(rows, reversed(columns)) }],
  ['fields of a row', { figures: figuresOf(rows.map(reversed), {}) }, figuresOf(rows, {})],
])('another order of %s is another document', async (_, change, figures = whole.figures) => {
  const host = hostOf({ ...whole, figures });
  await buildAgain(host, {});
  const next = { ...whole, figures, ...change };
  await write(host.project, data, stringify(next));
  await buildAgain(host, {});
  const clean = hostOf(next);
  await build(clean, {});
  expect(documentOf(host)).toBe(documentOf(clean));
});

test('what another run has put in the place of a document is not taken for it', async () => {
  const host = hostOf(whole);
  const older = { ...hostOf(whole), output: host.output };
  const newer = { ...whole, takeaways: { one: takeaway('It has doubled.') } };
  await write(host.project, data, stringify(newer));
  // The other run began before the edit, and writes just after this one.
  const output = after(host.output, async () => void (await build(older, {})));
  await buildAgain({ ...host, output }, {});
  expect(documentOf(host)).toContain('It rose.');
  await buildAgain(host, {});
  expect(documentOf(host)).toContain('It has doubled.');
});

test.each([
  ['edited', 'Our masthead.\n\n'],
  ['added', undefined],
])(
  'a template that is %s while a build runs, and put back, leaves nothing behind',
  async (_, before) => {
    const host = hostOf(whole);
    if (before !== undefined) await write(host.project, masthead, before);
    const project = { ...host.project };
    let isEdited = false;
    const edit = async () => {
      if (isEdited) return;
      isEdited = true;
      await write(host.project, masthead, 'A passing masthead.\n\n');
    };
    // After the briefs have been compared with what is known of them, and before they are compiled.
    const events: BuildEvents = { onReason: () => void edit() };
    await buildAgain({ ...host, project }, {}, events);
    if (before === undefined) await host.project.remove(masthead);
    else await write(host.project, masthead, before);
    await buildAgain(host, {});
    expect(documentOf(host)).not.toContain('A passing masthead.');
  },
);

test('what a run has put in order is not complained of again', async () => {
  const host = hostOf(whole);
  await buildAgain(host, {});
  await write(host.output, 'manifest.json', '{"documents":[');
  const codesOf = async () => (await buildAgain(host, {})).diagnostics.map(({ code }) => code);
  expect(await codesOf()).toContain('manifest-unreadable');
  expect(await codesOf()).not.toContain('manifest-unreadable');
});

test('a picture whose name is written with an escape is another document when it changes', async () => {
  const host = hostOf(withPicture);
  const built = async () => {
    const [one] = (await buildAgain(host, {})).briefs;
    return one?.files.find(({ name }) => name === 'one.html')?.fate;
  };
  await draw(host, '#f00000');
  await built();
  await draw(host, '#0000f0');
  expect(await built()).toBe('written');
});

test('what is said of one day is not said again on the next', async () => {
  const report = { ...first.sources.report, accessed: '2026-01-01' };
  const host = hostOf({ ...whole, sources: { report } });
  const eve = Date.UTC(2025, 11, 31, 23, 59, 59);
  host.clock.set(eve);
  // The run ends after midnight.
  const output = after(host.output, async () => host.clock.set(eve + 2_000));
  const saidBy = async (one: MemoryHost) =>
    (await buildAgain(one, {})).diagnostics.map(({ code }) => code);
  const before = await saidBy({ ...host, output });
  const clean = hostOf({ ...whole, sources: { report } });
  clean.clock.set(eve + 2_000);
  const wanted = await saidBy(clean);
  expect(wanted).not.toEqual(before);
  expect(await saidBy(host)).toEqual(wanted);
});

test('a picture that was changed by hand is spoken of until it is put in order', async () => {
  const host = hostOf(withPicture);
  await draw(host, '#f00000');
  const codesOf = async () => (await buildAgain(host, {})).diagnostics.map(({ code }) => code);
  await codesOf();
  const [picture = ''] = [...host.output.all.keys()].filter((name) => name.endsWith('.svg'));
  await write(host.output, picture, 'Changed by hand.');
  expect(await codesOf()).toContain('output-edited');
  expect(await codesOf()).toContain('output-edited');
});

test.each([
  ['null', () => 'null'],
  ['of another shape', () => '{"schema":1,"documents":[null]}'],
  ['of another schema', (text: string) => text.replace('"schema": 1', '"schema": 2')],
])('documents are made again where the manifest is %s', async (_, damage) => {
  const host = hostOf(whole);
  await buildAgain(host, {});
  const manifest = new TextDecoder().decode(host.output.all.get('manifest.json'));
  await write(host.output, 'manifest.json', damage(manifest));
  await buildAgain(host, {});
  expect(new TextDecoder().decode(host.output.all.get('manifest.json'))).toBe(manifest);
});

test.each([
  ['empty', () => ''],
  ['cut short', (text: string) => text.slice(0, -40)],
  ['of another shape', (text: string) => text.replaceAll('"observed":', '"seen":')],
  ['another word', (text: string) => text.replaceAll('rests on one source', 'rests on none')],
])('what is kept is passed over where it is %s', async (_, damage) => {
  const host = hostOf(whole);
  const said = (await buildAgain(host, {})).diagnostics;
  const kept = [...host.project.all].filter(([path]) => path.startsWith('.brief/cache/'));
  expect(kept.length).toBeGreaterThan(1);
  for (const [path, bytes] of kept) {
    await write(host.project, path, damage(new TextDecoder().decode(bytes)));
  }
  expect((await buildAgain(host, {})).diagnostics).toEqual(said);
});

function reversed<T extends object>(fields: T): T {
  // The same fields, in another order.
  return Object.fromEntries(Object.entries(fields).toReversed()) as T;
}

function documentOf({ output }: MemoryHost): string {
  return new TextDecoder().decode(output.all.get('one.md'));
}

async function write(files: Files, path: string, text: string): Promise<void> {
  await files.write(path, new TextEncoder().encode(text));
}

/** The same files; something happens once, when the first lock on them has been let go. */
function after<F extends Files>(files: F, happen: () => Promise<void>): F {
  let hasHappened = false;
  return {
    ...files,
    withLock: async (folder, options, work) => {
      const result = await files.withLock(folder, options, work);
      if (!hasHappened) {
        hasHappened = true;
        await happen();
      }
      return result;
    },
  };
}
