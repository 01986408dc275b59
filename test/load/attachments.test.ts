/** Files that records name, on a real disk: nothing outside the project is read. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { createDiskFiles } from '../../src/host/files/disk-files.ts';
import { loadAttachments } from '../../src/load/attachments.ts';
import { load } from '../../src/load/load.ts';

const secret = 'top secret';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attachments-'));
  await mkdir(join(folder, 'project/data/maps'), { recursive: true });
  await writeFile(join(folder, 'secret.png'), secret);
  await writeFile(join(folder, 'project/data/maps/map.png'), 'a map');
  await symlink(join(folder, 'secret.png'), join(folder, 'project/data/link.png'));
  await symlink(folder, join(folder, 'project/data/up'));
  await symlink('maps/map.png', join(folder, 'project/data/inside.png'));
});

afterAll(() => rm(folder, { recursive: true }));

/** A project whose only finding shows one picture → what was read and said. */
async function show(path: string) {
  const text = `findings:\n  a:\n    statement: A.\n    detail: '![A map](${path})'\n`;
  await writeFile(join(folder, 'project/data/findings.yaml'), text);
  const files = createDiskFiles(join(folder, 'project'));
  // The link to a folder outside is one more thing to refuse, so it is no part of the listing here.
  const listed = { ...files, list: async () => ['data/findings.yaml'] };
  const records = check((await load(listed)).value).value;
  return loadAttachments(listed, records);
}

it.each([['data/maps/map.png'], ['data/inside.png'], ['./data//maps/./map.png']])(
  'reads %s',
  async (path) => {
    const { value, diagnostics } = await show(path);
    expect(diagnostics).toEqual([]);
    expect(Buffer.from(value.bytes.get(path) ?? []).toString()).toBe('a map');
  },
);

it.each([
  '../secret.png',
  'data/../../secret.png',
  'data/%2e%2e/%2e%2e/secret.png',
  'data/%252e%252e/%252e%252e/secret.png',
  'data/..%2f..%2fsecret.png',
  '/etc/hostname',
  'data/link.png',
  'data/up/secret.png',
  'data/maps',
])('refuses %s', async (path) => {
  const { value, diagnostics } = await show(path);
  expect(value.bytes.size).toBe(0);
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
    ['file-unreadable', 'error'],
  ]);
  const { span } = diagnostics[0] ?? {};
  expect(span).toMatchObject({ file: 'data/findings.yaml' });
  expect(JSON.stringify(diagnostics)).not.toContain(secret);
});
