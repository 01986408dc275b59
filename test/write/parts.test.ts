import { describe, expect, it } from 'vitest';
import { createMemoryFiles } from '../../src/host/files/memory-files.ts';
import { writeArtifacts } from '../../src/write/write-artifacts.ts';
import { artifact, options, run, text } from './build.ts';

const picture = (name: string, content: string) => ({
  name,
  mediaType: 'image/svg+xml',
  bytes: new TextEncoder().encode(content),
});

const withPictures = (...parts: readonly ReturnType<typeof picture>[]) => [
  artifact('lulls.md', 'words', { parts }),
];

const write = (
  files: ReturnType<typeof createMemoryFiles>,
  ...parts: readonly ReturnType<typeof picture>[]
) => writeArtifacts(withPictures(...parts), run(['lulls']), files, options);

describe('files that go along with an artifact', () => {
  it('are written beside it, and stand in the manifest under it', async () => {
    const files = createMemoryFiles();
    const { value } = await write(files, picture('lulls.files/fig-a.svg', '<svg/>'));
    expect(text(await files.read('lulls.files/fig-a.svg'))).toBe('<svg/>');
    const [document] = value.manifest.documents;
    expect(Object.keys(document?.files ?? {})).toEqual(['md']);
    expect(document?.files.md?.name).toBe('lulls.md');
    expect(document?.files.md?.parts?.map(({ name }) => name)).toEqual(['lulls.files/fig-a.svg']);
  });

  it('are deleted once nothing names them, as long as nobody has changed them', async () => {
    const files = createMemoryFiles();
    const [a, b] = [picture('lulls.files/a.svg', '1'), picture('lulls.files/b.svg', '2')];
    await write(files, a, b);
    await files.write('lulls.files/b.svg', new TextEncoder().encode('changed by hand'));
    await write(files);
    expect(await files.list('lulls.files')).toEqual(['lulls.files/b.svg']);
  });

  it('that were changed by hand are held back like documents', async () => {
    const files = createMemoryFiles();
    await write(files, picture('lulls.files/a.svg', '1'));
    await files.write('lulls.files/a.svg', new TextEncoder().encode('changed by hand'));
    const { diagnostics } = await write(files, picture('lulls.files/a.svg', '2'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['output-edited']);
    expect(text(await files.read('lulls.files/a.new.svg'))).toBe('2');
  });

  it('are orphans with their document, where its brief is gone', async () => {
    const files = createMemoryFiles();
    await write(files, picture('lulls.files/a.svg', '1'));
    const { diagnostics } = await writeArtifacts([], run([], ['other']), files, options);
    expect(diagnostics.map(({ code }) => code)).toEqual(['output-orphaned', 'output-orphaned']);
  });
});
