/** `--lang`: one language of each brief, the others staying as they were. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { minimalBrief } from '../support/project.ts';
import { brief, project, sound } from './brief.ts';

const data = {
  ...sound,
  takeaways: {
    'output-fell': {
      ...sound.takeaways['output-fell'],
      translations: { fr: { lead: 'La production a baissé.', body: 'Elle a baissé de moitié.' } },
    },
  },
};
const files = {
  'data/all.yaml': data,
  'data/briefs/one.yaml': {
    ...minimalBrief,
    languages: ['en-GB', 'fr'],
    translations: { fr: { title: 'Une note' } },
  },
};

interface Listed {
  readonly documents: readonly {
    readonly id: string;
    readonly files: Readonly<
      Record<string, { readonly name: string; readonly translations?: { readonly name: string }[] }>
    >;
  }[];
}

/** Names of the files in the manifest, of one brief and format. */
function listed(folder: string, id: string, format: string): string[] {
  const text = readFileSync(join(folder, 'output/manifest.json'), 'utf8');
  const found = (JSON.parse(text) as Listed).documents.find((one) => one.id === id);
  const file = found?.files[format];
  return file === undefined
    ? []
    : [file.name, ...(file.translations ?? []).map(({ name }) => name)];
}

test('builds that language alone, of the briefs that have it', async () => {
  const folder = await project(files);
  const { status } = await brief(folder, ['--to', 'md', '--lang', 'fr']);
  expect(status).toBe(0);
  expect(readFileSync(join(folder, 'output/one.fr.md'), 'utf8')).toContain('La production');
  expect(existsSync(join(folder, 'output/one.md'))).toBe(false);
  expect(existsSync(join(folder, 'output/two.md'))).toBe(false);
});

test('keeps the other languages in the manifest, the own one first', async () => {
  const folder = await project(files);
  await brief(folder, ['one', '--to', 'md']);
  expect(listed(folder, 'one', 'md')).toEqual(['one.md', 'one.fr.md']);
  await brief(folder, ['one', '--to', 'md', '--lang', 'fr']);
  expect(listed(folder, 'one', 'md')).toEqual(['one.md', 'one.fr.md']);
  await brief(folder, ['one', '--to', 'md', '--lang', 'en-GB']);
  expect(listed(folder, 'one', 'md')).toEqual(['one.md', 'one.fr.md']);
});

test('says which languages there are where the one asked for is not', async () => {
  const folder = await project(files);
  const named = await brief(folder, ['two', '--to', 'md', '--lang', 'fr']);
  expect(named.status).toBe(2);
  expect(named.err).toContain('there is no "fr" of "two"');
  expect(named.err).toContain('possible: en-GB');
  const all = await brief(folder, ['--to', 'md', '--lang', 'ja']);
  expect(all.status).toBe(2);
  expect(all.err).toContain('possible: en-GB, fr');
  expect(existsSync(join(folder, 'output'))).toBe(false);
});
