/** Modules that the same occasions need lie in one file of the bundle. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileNames, type ImportsOf } from '../../scripts/build/occasions.ts';

/** Every module that an occasion begins with imports these; all others import nothing. */
const importing =
  (shared: Readonly<Record<string, readonly string[]>>): ImportsOf =>
  (id) =>
    shared[id] ?? (id.includes('gone') ? null : []);

const root = '/project';
const at = (path: string) => join(root, path);

test('a module lies with those that are needed as often', () => {
  const names = fileNames(
    root,
    importing({
      [at('src/run/check.ts')]: ['words', 'rules'],
      [at('src/run/build.ts')]: ['words', 'printing', 'gone'],
      [at('src/cli/main.ts')]: ['help'],
      help: ['words-of-help'],
      printing: ['help'],
    }),
  );
  expect(names.get('words')).toBe('check-and-build');
  expect(names.get('rules')).toBe('check');
  expect(names.get('printing')).toBe('build');
  // What a start has read is there for everything that comes later.
  expect(names.get('words-of-help')).toBe('start');
  expect(names.has('gone')).toBe(false);
});

test('an occasion that begins with a module that is gone is a mistake', () => {
  expect(() => fileNames(root, () => null)).toThrow(/main\.ts is no module/);
});
