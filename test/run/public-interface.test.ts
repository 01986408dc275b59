/** What programs get of the schedules and of the index, with real files. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildBriefs, type Notice, runDue, writeIndex } from '../../src/index.ts';
import { temporaryFolder } from '../host/files/temporary-folder.ts';
import { minimalBrief, publisher } from '../support/project.ts';
import { openOffice, twoSources } from './editions/office.ts';

const dayMs = 86_400_000;

test('a program builds what is due, once, and is told of it', async () => {
  const root = await temporaryFolder();
  const { host, write } = await openOffice(root);
  await host.close();
  write('data/briefs/one.yaml', {
    ...minimalBrief,
    schedule: { when: 'daily 00:00', zone: 'UTC' },
  });
  write('data/briefs/two.yaml', { ...minimalBrief, title: 'By hand' });
  const told: Notice[] = [];
  const look = () =>
    runDue({
      root,
      formats: ['md'],
      since: new Date(Date.now() - 2 * dayMs),
      notify: async (notice) => void told.push(notice),
    });
  const first = await look();
  expect(first).toMatchObject({ isClean: true, isBusy: false, problems: [] });
  expect(first.runs).toMatchObject([{ brief: 'one', missed: 1, outcome: 'built' }]);
  const [file] = first.briefs[0]?.files ?? [];
  expect(file).toMatchObject({ format: 'md', path: join(root, 'output/one.md'), fate: 'written' });
  expect(new TextDecoder().decode(file?.bytes)).toContain('# A brief');
  expect(told).toMatchObject([{ outcome: 'good', counts: { built: 1 }, briefs: [{ id: 'one' }] }]);
  expect(await look()).toMatchObject({ isClean: true, runs: [], briefs: [] });
  expect(told).toHaveLength(1);
});

test('a program hears of a run that failed, and why', async () => {
  const root = await temporaryFolder();
  const { host, write } = await openOffice(root);
  await host.close();
  const schedule = { when: 'daily 00:00', zone: 'UTC' };
  write('data/briefs/one.yaml', { ...minimalBrief, takeaways: ['nowhere'], schedule });
  const since = new Date(Date.now() - 2 * dayMs);
  const { isClean, runs, problems } = await runDue({ root, formats: ['md'], since });
  expect(isClean).toBe(false);
  expect(runs).toMatchObject([{ brief: 'one', outcome: 'failed' }]);
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'reference-missing', file: 'data/briefs/one.yaml' }),
  );
});

test('a program makes the index, by itself or with a build', async () => {
  const root = await temporaryFolder();
  const { host, write } = await openOffice(root);
  await host.close();
  await buildBriefs({ root, formats: ['md'] });
  const made = await writeIndex({ root });
  const path = join(root, 'output/index.html');
  expect(made.files).toEqual([{ name: 'index.html', path, fate: 'written' }]);
  expect(made.isClean).toBe(true);
  expect(made.problems.map(({ code }) => code)).toEqual(['site-feeds-without-url']);
  const site = { url: 'https://example.org/briefs/' };
  write('data/all.yaml', { ...twoSources, publisher: { ...publisher, site } });
  const { index } = await buildBriefs({ root, formats: ['md'] });
  expect(index.map(({ name }) => name).sort()).toEqual(['feed.json', 'feed.xml', 'index.html']);
});
