import { expect, test } from 'vitest';
import { oneLook } from '../../../src/run/cache/one-look.ts';

test('files are listed and read once, however many ask, and one that failed is not tried again', async () => {
  const asked: string[] = [];
  const look = oneLook({
    list: async (folder) => {
      asked.push(`list ${folder}`);
      return [`${folder}/a`];
    },
    read: async (path) => {
      asked.push(`read ${path}`);
      if (path === 'gone') throw new Error('no such file');
      return new TextEncoder().encode(path);
    },
  });
  const lists = await Promise.all([look.list('x'), look.list('x'), look.list('y')]);
  expect(lists).toEqual([['x/a'], ['x/a'], ['y/a']]);
  // The same bytes, so that whoever hashes them knows them again.
  expect(await look.read('x/a')).toBe(await look.read('x/a'));
  await expect(look.read('gone')).rejects.toThrow('no such file');
  await expect(look.read('gone')).rejects.toThrow('no such file');
  expect(asked).toEqual(['list x', 'list y', 'read x/a', 'read gone']);
});
