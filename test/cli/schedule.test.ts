/** `brief schedule` and `brief run-due` as a person or a timer calls them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { minimalBrief } from '../support/project.ts';
import { briefHere, ended, project, sound, start } from './brief.ts';

/** Due at every look: the last five minutes lie within the hour that the very first look goes back. */
const often = { when: 'every 5 minutes', zone: 'Europe/Berlin' };

const scheduled = (schedule: unknown, fields = {}) => ({
  'data/briefs/one.yaml': { ...minimalBrief, ...fields, schedule },
});

test('what comes next is listed, soonest first, and that nobody runs it yet', async () => {
  const folder = await project({
    ...scheduled({ when: '1 January 07:00', zone: 'Europe/Berlin', release: true }),
    'data/briefs/two.yaml': { ...minimalBrief, title: 'Another', schedule: often },
  });
  const { status, out } = await briefHere(['schedule', '--root', folder]);
  expect(status).toBe(0);
  expect(out).toMatch(/^two {2}every 5 minutes \(Europe\/Berlin\)\n {2}now {3}due/);
  expect(out).toMatch(/one {2}1 January 07:00 \(Europe\/Berlin\), releases editions/);
  expect(out).toMatch(/next {2}\w{3} \d{4}-01-01 07:00 {2}in \d+ days/);
  expect(out).toContain('nothing runs by itself yet');
  const json = await briefHere(['schedule', '--root', folder, '--format', 'json', '--count', '2']);
  expect(JSON.parse(json.out)).toMatchObject({
    briefs: [
      { id: 'two', isDue: true, next: [{}, {}], stale: false },
      { id: 'one', isDue: false, schedule: { release: true, from: 'brief' } },
    ],
  });
});

test('many briefs are listed in a line each', async () => {
  const many = Array.from({ length: 13 }, (_, index) => [
    `data/briefs/b${index}.yaml`,
    minimalBrief,
  ]);
  const publisher = { ...sound.publisher, schedule: { when: '1 January 07:00' } };
  const all = { ...sound, publisher };
  const folder = await project({ ...Object.fromEntries(many), 'data/all.yaml': all });
  const { out } = await briefHere(['schedule', '--root', folder]);
  expect(out).toMatch(
    /^brief +next +last +schedule\nb0 +\w{3} \d{4}-01-01 07:00 UTC +in \d+ days +– +1 January/,
  );
});

test('without a schedule, the list says how to write one', async () => {
  const { status, out } = await briefHere(['schedule', '--root', await project()]);
  expect(status).toBe(0);
  expect(out).toContain('schedule: { when: first Monday 07:00, zone: Europe/Berlin }');
});

test('what is due is built once, and its status can be read by others', async () => {
  const folder = await project(scheduled(often));
  const run = ['run-due', '--root', folder, '--to', 'md'];
  const first = await briefHere(run);
  expect(first).toMatchObject({ status: 0, err: '' });
  expect(first.out).toMatch(/^✓ one: 1 file written \(due \w{3} .* Europe\/Berlin\)\n$/);
  const status = JSON.parse(readFileSync(join(folder, 'output/.brief/status.json'), 'utf8'));
  expect(status).toMatchObject({
    schema: 1,
    outcome: 'good',
    briefs: [{ last: { outcome: 'built' } }],
  });
  const list = await briefHere(['schedule', '--root', folder]);
  expect(list.out).toMatch(/last {2}.* ✓ built/);
});

test('a run that fails ends with status 1, keeps the documents and shows in every list', async () => {
  const folder = await project(scheduled(often));
  await briefHere(['--root', folder, '--to', 'md']);
  const before = readFileSync(join(folder, 'output/one.md'), 'utf8');
  const broken = { ...minimalBrief, takeaways: ['output-fel'], schedule: often };
  writeFileSync(join(folder, 'data/briefs/one.yaml'), stringify(broken));
  const quiet = await briefHere(['run-due', '--root', folder, '--to', 'md', '--quiet']);
  expect(quiet).toMatchObject({ status: 1, out: '' });
  expect(quiet.err).toContain('did you mean "output-fell"?');
  expect(quiet.err).toContain('✗ one: failed; its documents are as they were, and stale');
  expect(readFileSync(join(folder, 'output/one.md'), 'utf8')).toBe(before);
  const list = await briefHere(['list', '--root', folder]);
  expect(list.out).toContain('! the documents of one are stale');
  const schedule = await briefHere(['schedule', '--root', folder]);
  expect(schedule.out).toMatch(/last {2}.* ✗ failed: the documents are stale \(1 error\)/);
});

test('with nothing due, mistakes in the data are no failure, but are spoken of', async () => {
  const folder = await project(scheduled({ when: '1 January 07:00' }, { takeaways: ['gone'] }));
  const { status, out, err } = await briefHere(['run-due', '--root', folder]);
  expect(status).toBe(0);
  expect(out).toContain('nothing is due; next is one on');
  expect(err).toContain('the data have 1 error, so the next run will fail');
});

const wrong: readonly (readonly [args: readonly string[], message: string, help: string])[] = [
  [['run-due', '--since', 'yesterday'], '"yesterday" is no time', '12h'],
  [['run-due', '--notify-webhook', 'ftp://x.example'], 'is not a web address', 'https://'],
  [['run-due', '--notify-webhook', 'https://a:b@x.example'], 'a name or a password', 'secret path'],
  [['run-due', '--notify-audience', 'gren'], '"gren" is not an audience', 'possible: clear'],
  [['schedule', '--install', 'crom'], '"crom" is nowhere to install', 'did you mean "cron"?'],
  [['schedule', '--install', 'cron', '--serve'], 'do not go together', 'one of the two'],
  [['schedule', '--count', '0'], '"0" is not a number of runs', '1 to 999'],
  [
    ['schedule', '--install', 'cron', '--notify-webhook', 'https://x.example/secret'],
    'is not written into files',
    'BRIEF_NOTIFY_WEBHOOK',
  ],
  [['schedule', '--install', 'github'], 'no brief has a schedule', 'write "schedule:"'],
];

test.each(wrong)('brief %j: "%s"', async (args, message, help) => {
  const { status, out, err } = await briefHere([...args, '--root', await project()]);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(message);
  expect(err).toContain(help);
});

test('what is printed for cron names this very command, and goes on with the options', async () => {
  const folder = await project();
  const args = ['schedule', '--install', 'cron', '--root', folder, '--audience', 'clear'];
  const { status, out } = await briefHere([...args, '--out', join(folder, 'for all')]);
  expect(status).toBe(0);
  expect(out).toContain(
    `run-due --quiet --root ${folder} --out '${folder}/for all' --audience clear`,
  );
});

test('one that stays builds what is due, and ends when it is told to', async () => {
  const folder = await project(scheduled(often));
  const child = start(folder, ['schedule', '--serve', '--to', 'md']);
  let isTold = false;
  child.stdout?.on('data', (data) => {
    if (!isTold && String(data).includes('✓ one')) child.kill('SIGTERM');
    isTold = true;
  });
  const { status, out, err } = await ended(child);
  expect(status).toBe(0);
  expect(out).toContain('✓ one: 1 file written');
  expect(err).toContain('waiting for what is due');
});
