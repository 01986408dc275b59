import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { brief, project } from '../../cli/brief.ts';
import { minimalBrief } from '../../support/project.ts';
import { afterRetraction, twoSources } from './office.ts';

it('one retraction is one story in every command and in the next edition', async () => {
  const folder = await project({ 'data/all.yaml': twoSources, 'data/briefs/two.yaml': null });
  const write = (path: string, value: unknown) =>
    writeFileSync(join(folder, path), stringify(value));
  const json = async (...args: readonly string[]): Promise<unknown> =>
    JSON.parse((await brief(folder, [...args, '--format', 'json'])).out);
  const first = await brief(folder, ['release', 'one', '--date', '2026-01-06']);
  expect(first.status).toBe(0);

  write('data/all.yaml', { ...twoSources, sources: afterRetraction.sources });
  expect(await json('where-used', 'count')).toMatchObject({
    ref: 'source/count',
    status: 'retracted',
    uses: [
      { ref: 'finding/channels-removed' },
      { ref: 'takeaway/output-fell' },
      { ref: 'brief/one' },
    ],
    briefs: ['one'],
  });
  const checked = await brief(folder, ['check']);
  expect(checked.status).toBe(1);
  expect(checked.err).toContain('the source "count" has been retracted and is still used');
  const retracted = { reason: 'retracted', retracted: ['count'], briefs: ['one'] };
  expect(await json('stale', '--as-of', '2026-01-06')).toMatchObject({
    stale: [
      { ref: 'finding/channels-removed', ...retracted },
      { ref: 'takeaway/output-fell', ...retracted },
    ],
  });
  const stale = await brief(folder, ['stale', '--as-of', '2026-01-06']);
  expect(stale.out).toContain('rests on count, retracted');
  const told = { subject: 'source', id: 'count', what: 'retracted' };
  expect(await json('diff', 'one')).toMatchObject({ changes: [told] });
  expect((await brief(folder, ['release', 'one'])).status).toBe(1);

  write('data/all.yaml', afterRetraction);
  const corrections = [
    { date: '2026-02-01', text: 'A count that was retracted is no longer used.' },
  ];
  write('data/briefs/one.yaml', { ...minimalBrief, updated: '2026-02-01', corrections });
  expect(await json('where-used', 'count')).toMatchObject({ status: 'retracted', uses: [] });
  const recheck = await brief(folder, ['check']);
  expect(recheck.err).not.toContain('count');
  expect(await json('stale', '--as-of', '2026-02-01')).toMatchObject({ stale: [] });
  const second = await brief(folder, ['release', 'one', '--date', '2026-02-01']);
  expect(second.out).toContain('released edition 2 of one');
  expect(await json('diff', 'one', '1', '2')).toMatchObject({
    changes: expect.arrayContaining([
      expect.objectContaining(told),
      expect.objectContaining({ subject: 'brief', what: 'corrected', field: 'corrections' }),
    ]),
  });
  const markdown = await brief(folder, ['reprint', 'one', '2', '--to', 'md']);
  expect(markdown.out).toContain('edition 2 of one, byte for byte as released:');
  const printed = readFileSync(join(folder, 'output/editions/one/2/one.md'), 'utf8');
  expect(printed).toContain('## What changed since edition 1');
  expect(printed).toContain('**Source retracted:** A working count');
  expect(printed).toContain('A count that was retracted is no longer used.');
  const old = await brief(folder, ['reprint', 'one', '1', '--to', 'md']);
  expect(old.out).toContain('stamped: superseded by edition 2 of 2026-02-01:');
  const proof = await brief(folder, ['verify', 'one']);
  expect(proof.status).toBe(0);
  expect(proof.out.match(/proven/g)).toHaveLength(2);
});
