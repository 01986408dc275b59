import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { build } from '../../src/run/build.ts';
import { minimalBrief } from '../support/project.ts';
import { openOffice } from './editions/office.ts';

const root = mkdtempSync(join(tmpdir(), 'aside-'));
afterAll(() => rmSync(root, { recursive: true }));

test('PDFs that a thread finishes are the same bytes, and it says the same of them', async () => {
  const office = await openOffice(root, join(root, 'beside'));
  for (const name of ['two', 'three', 'four', 'five']) {
    office.write(`data/briefs/${name}.yaml`, { ...minimalBrief, title: `A brief of ${name}` });
  }
  const beside = await build(office.host, {});
  await office.host.close();
  const { aside: _, ...alone } = (await openOffice(root, join(root, 'alone'))).host;
  const here = await build(alone, {});
  await alone.close();

  expect(beside.diagnostics).toEqual(here.diagnostics);
  const names = readdirSync(join(root, 'alone')).filter((name) => name.endsWith('.pdf'));
  expect(names).toHaveLength(5);
  for (const name of names) {
    const bytes = (folder: string) => readFileSync(join(root, folder, name));
    expect(bytes('beside').equals(bytes('alone')), name).toBe(true);
  }
}, 60_000);
