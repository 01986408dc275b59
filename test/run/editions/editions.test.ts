import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { createNodeHost } from '../../src/host/node-host.ts';
import type { Host } from '../../src/model/host.ts';
import { build } from '../../src/run/build.ts';
import { diffEditions } from '../../src/run/editions/diff.ts';
import { diffAsHtml, diffAsMarkdown, diffAsText } from '../../src/run/editions/print-diff.ts';
import { release } from '../../src/run/editions/release.ts';
import { verify } from '../../src/run/editions/verify.ts';
import { minimal, minimalBrief } from '../support/project.ts';

let root = '';
let host: Host;

const twoSources = {
  ...minimal,
  sources: {
    ...minimal.sources,
    count: { type: 'report', title: 'A working count', issued: 2025 },
  },
  findings: {
    'channels-removed': {
      ...minimal.findings['channels-removed'],
      evidence: [
        { source: 'report', locator: 'p. 3' },
        { source: 'count', locator: 'p. 1' },
      ],
    },
  },
};

function write(path: string, value: unknown) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof value === 'string' ? value : stringify(value));
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'briefwright-editions-'));
  write('data/all.yaml', twoSources);
  write('data/briefs/one.yaml', minimalBrief);
  host = await createNodeHost({ root });
});

afterEach(async () => {
  await host.close();
  rmSync(root, { recursive: true, force: true });
});

const codesOf = (diagnostics: readonly { code: string; severity: string }[]) =>
  diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);

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
    expect(codesOf((await release(host, 'one')).diagnostics)).toEqual(['release-not-final']);
    write('data/briefs/one.yaml', { ...minimalBrief, takeaways: ['nowhere'] });
    expect(codesOf((await release(host, 'one')).diagnostics)).toContain('reference-missing');
  });

  it('is no longer proven after one byte of an input changes, and the file is named', async () => {
    await release(host, 'one');
    const path = join(root, 'data/all.yaml');
    writeFileSync(path, `${readFileSync(path, 'utf8')}#`);
    const proof = await verify(host, 'one');
    expect(proof.value).toMatchObject([{ isProven: false }]);
    expect(codesOf(proof.diagnostics)).toEqual(['edition-input-changed']);
    expect(proof.diagnostics[0]?.message).toContain('data/all.yaml');
  });

  it('is no longer proven after its lock was edited', async () => {
    const { value } = await release(host, 'one');
    const path = join(root, value?.path ?? '');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Output fell.', 'Output rose.'));
    const proof = await verify(host, 'one', 1);
    expect(codesOf(proof.diagnostics)).toContain('edition-broken');
    expect(codesOf(proof.diagnostics)).toContain('edition-artifact-differs');
  });

  it('tells a retraction in the comparison, in the check and in the next edition alike', async () => {
    await release(host, 'one', { day: '2026-01-06' });
    const retracted = {
      ...twoSources.sources,
      count: { ...twoSources.sources.count, status: 'retracted' },
    };
    write('data/all.yaml', { ...twoSources, sources: retracted });
    const still = await release(host, 'one');
    expect(codesOf(still.diagnostics)).toContain('retracted-cited');
    const seen = await diffEditions(host, 'one');
    expect(seen.value?.changes).toMatchObject([
      { subject: 'source', id: 'count', what: 'retracted' },
    ]);
    const findings = {
      'channels-removed': { ...minimal.findings['channels-removed'], value: 42_000 },
    };
    write('data/all.yaml', { ...twoSources, sources: retracted, findings });
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

  it('is a page in which data stay data', () => {
    const html = diffAsHtml(comparison);
    expect(html).toContain('Output <del>rose</del><ins>fell</ins> *today*.');
    expect(html).toContain('Output &#60;fell&#62;.');
    expect(html).not.toContain('<fell>');
  });
});
