import { globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { createShelf } from '../../../src/host/files/shelf.ts';
import { hashOfContents } from '../../../src/model/contents.ts';

const shelves = () => globSync(`${tmpdir()}/briefwright-*.shelf`);
const shelf = createShelf();
afterEach(() => shelf.close());

test('gives back what was put away, in any order and again', async () => {
  const all = Array.from({ length: 40 }, (_, index) => new Uint8Array(index * 1000).fill(index));
  const stored = await Promise.all(all.map((bytes) => shelf.put(bytes)));
  for (const [index, one] of [...stored.entries()].toReversed()) {
    const bytes = all[index] ?? new Uint8Array();
    expect(one.byteLength).toBe(bytes.byteLength);
    expect(one.sha256).toBe(hashOfContents(bytes));
    expect(Buffer.from(await one.read()).equals(bytes)).toBe(true);
    expect(Buffer.from(await one.read()).equals(bytes)).toBe(true);
  }
});

test('leaves no file behind, and makes none where nothing is put away', async () => {
  const before = shelves();
  const other = createShelf();
  await other.close();
  expect(shelves()).toEqual(before);
  const stored = await other.put(new Uint8Array(3));
  expect(shelves()).toHaveLength(before.length + 1);
  await other.close();
  await other.close();
  expect(shelves()).toEqual(before);
  await expect(stored.read()).rejects.toMatchObject({ kind: 'file-unreadable' });
});
