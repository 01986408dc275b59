import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Host } from '../../../src/model/host.ts';
import { build } from '../../../src/run/build.ts';
import { diffEditions } from '../../../src/run/editions/diff.ts';
import { diffAsHtml, diffAsMarkdown, diffAsText } from '../../../src/run/editions/print-diff.ts';
import { release } from '../../../src/run/editions/release.ts';
import { verify } from '../../../src/run/editions/verify.ts';
import { minimal, minimalBrief } from '../../support/project.ts';
import { afterRetraction, errorsIn, type Office, openOffice, twoSources } from './office.ts';

let root = '';
let office: Office;
let host: Host;
const write: Office['write'] = (path, value) => office.write(path, value);

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'briefwright-editions-'));
  office = await openOffice(root);
  host = office.host;
});

afterEach(async () => {
  await host.close();
  rmSync(root, { recursive: true, force: true });
});

describe('an edition', () => {
  it('is frozen once, proven, and printed by later builds of the same data', async () => {
    const first = await release(host, 'one', { day: '2026-01-06' });
    expect(first.value?.edition.edition).toBe(1);
    expect(first.value?.edition.released).toBe('2026-01-06');
    const again = await release(host, 'one');
    expect(again.value).toBeUndefined();
    expect(again.diagnostics.map(({ code }) => code)).toEqual(['release-unchanged']);
    const proof = await verify(host, 'one');
    expect(proof.diagnostics).toEqual([]);
    expect(proof.value).toMatchObject([{ edition: 1, isProven: true }]);
    const before = readFileSync(join(root, 'output/one.pdf'));
    await build(host, { force: true });
    expect(readFileSync(join(root, 'output/one.pdf')).equals(before)).toBe(true);
    expect(readFileSync(join(root, 'output/one.md'), 'utf8')).toContain('edition: "1"');
  });

  it('is not released while the brief is a draft, or while the data hold an error', async () => {
    write('data/briefs/one.yaml', { ...minimalBrief, status: 'draft' });
    expect(errorsIn((await release(host, 'one')).diagnostics)).toEqual(['release-not-final']);
    write('data/briefs/one.yaml', { ...minimalBrief, takeaways: ['nowhere'] });
    expect(errorsIn((await release(host, 'one')).diagnostics)).toContain('reference-missing');
  });

  it('that is for an audience says nothing of what they may not see', async () => {
    const hidden = { ...twoSources.findings['channels-removed'], marking: 'TLP:RED' };
    const findings = { ...twoSources.findings, 'qz-hidden-one': hidden };
    write('data/all.yaml', { ...twoSources, findings });
    write('data/briefs/one.yaml', {
      ...minimalBrief,
      languages: ['en-GB', 'fr'],
      sections: [{ title: 'More', body: 'See [this](#qz-hidden-one) here.' }],
    });
    const { value, diagnostics } = await release(host, 'one', { audience: 'TLP:CLEAR' });
    expect(errorsIn(diagnostics)).toEqual([]);
    expect(value?.edition.edition).toBe(1);
    const here = diagnostics.filter(({ path }) => path === 'one.sections[0].body');
    expect(here.length).toBeGreaterThan(0);
    for (const one of here) expect(one.isLineHidden).toBe(true);
    expect(JSON.stringify(diagnostics)).not.toContain('qz-hidden-one');
  });

  it('is no longer proven after one byte of an input changes, and the file is named', async () => {
    await release(host, 'one');
    const path = join(root, 'data/all.yaml');
    writeFileSync(path, `${readFileSync(path, 'utf8')}#`);
    const proof = await verify(host, 'one');
    expect(proof.value).toMatchObject([{ isProven: false }]);
    expect(errorsIn(proof.diagnostics)).toEqual(['edition-input-changed']);
    expect(proof.diagnostics[0]?.message).toContain('data/all.yaml');
  });

  it('is no longer proven after its lock was edited', async () => {
    const { value } = await release(host, 'one');
    const path = join(root, value?.path ?? '');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Output fell.', 'Output rose.'));
    const proof = await verify(host, 'one', 1);
    expect(errorsIn(proof.diagnostics)).toContain('edition-broken');
    expect(errorsIn(proof.diagnostics)).toContain('edition-artifact-differs');
  });

  it('tells a retraction in the comparison, in the check and in the next edition alike', async () => {
    await release(host, 'one', { day: '2026-01-06' });
    const { sources } = afterRetraction;
    write('data/all.yaml', { ...twoSources, sources });
    const still = await release(host, 'one');
    expect(errorsIn(still.diagnostics)).toContain('retracted-cited');
    const seen = await diffEditions(host, 'one');
    expect(seen.value?.changes).toMatchObject([
      { subject: 'source', id: 'count', what: 'retracted' },
    ]);
    write('data/all.yaml', afterRetraction);
    const second = await release(host, 'one', { day: '2026-02-01' });
    expect(second.value?.edition.changes).toMatchObject([
      { subject: 'finding', what: 'value', from: '43000', to: '42000' },
      { subject: 'finding', what: 'source-removed', from: 'count' },
      { subject: 'source', id: 'count', what: 'retracted' },
    ]);
    const markdown = readFileSync(join(root, 'output/one.md'), 'utf8');
    expect(markdown).toContain('## What changed since edition 1');
    expect(markdown).toContain('**Source retracted:** A working count');
    const proof = await verify(host, 'one');
    expect(proof.diagnostics).toEqual([]);
    expect(proof.value.map(({ isProven }) => isProven)).toEqual([true, true]);
  });

  it('tells a retraction that lies between two editions which are no neighbours', async () => {
    await release(host, 'one', { day: '2026-01-06' });
    write('data/all.yaml', afterRetraction);
    await release(host, 'one', { day: '2026-02-01' });
    const corrections = [{ date: '2026-03-01', text: 'The number was too high.' }];
    const { count: _, ...sources } = afterRetraction.sources;
    write('data/all.yaml', { ...afterRetraction, sources });
    write('data/briefs/one.yaml', { ...minimalBrief, updated: '2026-03-01', corrections });
    await release(host, 'one', { day: '2026-03-01' });
    const told = { subject: 'source', id: 'count', what: 'retracted' };
    const corrected = {
      subject: 'brief',
      what: 'corrected',
      field: 'corrections',
      to: '2026-03-01: The number was too high.',
    };
    for (const seen of [
      await diffEditions(host, 'one', 1, 3),
      await diffEditions(host, 'one', 1),
    ]) {
      expect(seen.value?.changes).toContainEqual(expect.objectContaining(told));
      expect(seen.value?.changes).toContainEqual(expect.objectContaining(corrected));
    }
    const between = await diffEditions(host, 'one', 2, 3);
    expect(between.value?.changes).toMatchObject([corrected]);
  });

  it('whose lock is no YAML any more stops its own brief with a clear word', async () => {
    const { value } = await release(host, 'one');
    write(value?.path ?? '', 'edition: [');
    const built = await build(host, { formats: ['md'] });
    expect(errorsIn(built.diagnostics)).toEqual(['edition-broken']);
    for (const run of [verify(host, 'one'), diffEditions(host, 'one'), release(host, 'one')]) {
      expect(errorsIn((await run).diagnostics)).toEqual(['edition-broken']);
    }
  });

  it('keeps the date that file properties had, whatever the environment says later', async () => {
    const dated = { ...host, clock: { now: host.clock.now, sourceDateMs: 1_750_000_000_000 } };
    await release(dated, 'one', { day: '2026-01-06' });
    const proof = await verify(host, 'one');
    expect(proof.diagnostics).toEqual([]);
    const another = { ...host, clock: { now: host.clock.now, sourceDateMs: 0 } };
    expect((await verify(another, 'one')).diagnostics).toEqual([]);
  });

  it('is proven by its own words, whatever has been marked since', async () => {
    await release(host, 'one', { day: '2026-01-06' });
    const secret = { ...minimal.findings['channels-removed'], marking: 'TLP:RED' };
    write('data/all.yaml', { ...twoSources, findings: { 'channels-removed': secret } });
    const proof = await verify(host, 'one');
    expect(errorsIn(proof.diagnostics)).toEqual(['edition-input-changed']);
  });
});

describe('a comparison', () => {
  const comparison = {
    brief: 'one',
    from: 'edition 1',
    to: 'now',
    changes: [
      {
        subject: 'takeaway',
        id: 'output-fell',
        what: 'reworded',
        label: 'Output <fell>.',
        field: 'lead',
        words: [
          { text: 'Output ', kind: 'same' },
          { text: 'rose', kind: 'removed' },
          { text: 'fell', kind: 'added' },
          { text: ' *today*.', kind: 'same' },
        ],
      },
      {
        subject: 'takeaway',
        id: 'output-fell',
        what: 'likelihood',
        label: 'x',
        from: 'likely',
        to: 'unlikely',
      },
    ],
  } as const;

  it('shows in text what went and what came', () => {
    expect(diffAsText(comparison)).toEqual([
      'one: edition 1 → now, 2 changes',
      'takeaway reworded (lead)  output-fell: Output <fell>.',
      '    Output [-rose-]{+fell+} *today*.',
      'likelihood moved  output-fell: x',
      '    [-likely-] → {+unlikely+}',
    ]);
  });

  it('is Markdown in which data stay data', () => {
    expect(diffAsMarkdown(comparison)).toContain('Output ~~rose~~**fell** \\*today\\*.');
  });

  it('calls a correction a correction, and a translation by its language', () => {
    const base = { subject: 'brief', id: 'one', label: 'A brief' } as const;
    const changes = [
      { ...base, what: 'corrected', field: 'corrections', to: '2026-03-01: It was *too* high.' },
      { ...base, what: 'reworded', field: 'title', lang: 'fr', words: [] },
      { ...base, what: 'new', field: '<b>', to: 'x' },
    ] as const;
    const told = { ...comparison, changes };
    expect(diffAsText(told)).toContain('correction  one: A brief');
    expect(diffAsText(told)).toContain('brief reworded (title, fr)  one: A brief');
    expect(diffAsMarkdown(told)).toContain('**2026-03-01: It was \\*too\\* high.**');
    expect(diffAsHtml(told)).toContain('<ins>2026-03-01: It was *too* high.</ins>');
  });

  it('is a page in which data stay data', () => {
    const html = diffAsHtml(comparison);
    expect(html).toContain('Output <del>rose</del><ins>fell</ins> *today*.');
    expect(html).toContain('Output &#60;fell&#62;.');
    expect(html).not.toContain('<fell>');
  });
});
