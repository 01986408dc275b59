/** What becomes of artifacts: written, left alone, held back; and what the folder is told about them. */
import { expect, test } from 'vitest';
import { createMemoryFiles } from '../../src/host/files/memory-files.ts';
import { diagnose } from '../../src/model/diagnostic.ts';
import { writeArtifacts } from '../../src/write/write-artifacts.ts';
import { artifact, diskFull, options, run, text } from './build.ts';

const fates = (written: Awaited<ReturnType<typeof writeArtifacts>>) =>
  written.value.files.map(({ name, fate }) => `${name} ${fate}`);
const codes = (written: Awaited<ReturnType<typeof writeArtifacts>>) =>
  written.diagnostics.map(({ code }) => code);

test('writes what is new, leaves alone what has not changed', async () => {
  const files = createMemoryFiles();
  const first = [artifact('a.md', 'one'), artifact('a.pdf', 'pdf')];
  expect(fates(await writeArtifacts(first, run(['a']), files, options))).toEqual([
    'a.md written',
    'a.pdf written',
  ]);
  const before = new Map(files.all);
  expect(fates(await writeArtifacts(first, run(['a']), files, options))).toEqual([
    'a.md unchanged',
    'a.pdf unchanged',
  ]);
  // The memory files store a fresh copy on every write, so the same objects mean no write at all.
  expect([...files.all].every(([path, bytes]) => before.get(path) === bytes)).toBe(true);
  const second = [artifact('a.md', 'two'), artifact('a.pdf', 'pdf')];
  expect(fates(await writeArtifacts(second, run(['a']), files, options))).toEqual([
    'a.md written',
    'a.pdf unchanged',
  ]);
  expect([...files.all.keys()].sort()).toEqual(['a.md', 'a.pdf', 'manifest.json']);
});

test('puts a new document beside one that was changed by hand', async () => {
  const files = createMemoryFiles();
  await writeArtifacts([artifact('a.md', 'one')], run(['a']), files, options);
  const manifest = text(files.all.get('manifest.json'));
  await files.write('a.md', new TextEncoder().encode('one, with a word of my own'));
  const held = await writeArtifacts([artifact('a.md', 'two')], run(['a']), files, options);
  expect(fates(held)).toEqual(['a.new.md held-back']);
  expect(held.diagnostics).toEqual([
    diagnose('output-edited', { name: 'a.md', beside: 'a.new.md' }, { brief: 'a' }),
  ]);
  expect(text(files.all.get('a.md'))).toBe('one, with a word of my own');
  expect(text(files.all.get('a.new.md'))).toBe('two');
  expect(text(files.all.get('manifest.json'))).toBe(manifest);
  const again = await writeArtifacts([artifact('a.md', 'two')], run(['a']), files, options);
  expect(fates(again)).toEqual(['a.new.md held-back']);
});

test('replaces a file that was changed by hand when forced, and clears the copy away', async () => {
  const files = createMemoryFiles({ 'a.md': 'a stranger’s' });
  await writeArtifacts([artifact('a.md', 'two')], run(['a']), files, options);
  const forced = { ...options, force: true };
  const written = await writeArtifacts([artifact('a.md', 'two')], run(['a']), files, forced);
  expect(fates(written)).toEqual(['a.md written']);
  expect(codes(written)).toEqual([]);
  expect([...files.all.keys()].sort()).toEqual(['a.md', 'manifest.json']);
  expect(text(files.all.get('a.md'))).toBe('two');
});

test('reports a held-back copy that differs from what is released, and keeps it', async () => {
  const files = createMemoryFiles({ 'a.md': 'a stranger’s' });
  await writeArtifacts([artifact('a.md', 'two')], run(['a']), files, options);
  await files.remove('a.md');
  const written = await writeArtifacts([artifact('a.md', 'three')], run(['a']), files, options);
  expect(codes(written)).toEqual(['output-leftover']);
  expect(text(files.all.get('a.new.md'))).toBe('two');
});

test('takes over a file that happens to have the right bytes', async () => {
  const files = createMemoryFiles({ 'a.md': 'one' });
  const written = await writeArtifacts([artifact('a.md', 'one')], run(['a']), files, options);
  expect(fates(written)).toEqual(['a.md unchanged']);
  expect(written.value.manifest.documents[0]?.files.md?.name).toBe('a.md');
});

test('builds one brief without touching what the manifest says of the others', async () => {
  const files = createMemoryFiles();
  const both = [artifact('a.md', 'one'), artifact('b.md', 'one')];
  await writeArtifacts(both, run(['a', 'b']), files, options);
  const whole = text(files.all.get('manifest.json'));
  await writeArtifacts([artifact('b.md', 'one')], run(['b'], ['a', 'b']), files, options);
  expect(text(files.all.get('manifest.json'))).toBe(whole);
  const { value } = await writeArtifacts(
    [artifact('b.md', 'two')],
    run(['b'], ['a', 'b']),
    files,
    options,
  );
  expect(value.manifest.documents.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('reports files of a renamed brief until they are deleted, and deletes none', async () => {
  const files = createMemoryFiles();
  await writeArtifacts([artifact('old.md', 'x')], run(['old']), files, options);
  for (const round of ['first', 'second']) {
    const written = await writeArtifacts([artifact('new.md', 'x')], run(['new']), files, options);
    expect(written.diagnostics, round).toEqual([
      diagnose('output-orphaned', { name: 'old.md', brief: 'old' }),
    ]);
    expect(written.value.manifest.documents.map(({ id }) => id)).toEqual(['new']);
  }
  expect(text(files.all.get('old.md'))).toBe('x');
  await files.remove('old.md');
  const cleared = await writeArtifacts([artifact('new.md', 'x')], run(['new']), files, options);
  expect(codes(cleared)).toEqual([]);
  expect(cleared.value.manifest.orphans).toEqual({});
});

test('owns its files again when a renamed brief gets its old name back', async () => {
  const files = createMemoryFiles();
  await writeArtifacts([artifact('old.md', 'x')], run(['old']), files, options);
  await writeArtifacts([], run([], ['new']), files, options);
  const back = await writeArtifacts([artifact('old.md', 'y')], run(['old']), files, options);
  expect(fates(back)).toEqual(['old.md written']);
  expect(codes(back)).toEqual([]);
});

test('neither touches nor reports files that it did not make', async () => {
  const files = createMemoryFiles({ 'README.md': 'keep', 'notes.txt': 'mine' });
  const written = await writeArtifacts([artifact('a.md', 'x')], run(['a']), files, options);
  expect(codes(written)).toEqual([]);
  expect(text(files.all.get('README.md'))).toBe('keep');
  expect(text(files.all.get('notes.txt'))).toBe('mine');
});

test('changes nothing when the disk is full, and the next run needs no help', async () => {
  const files = createMemoryFiles();
  await writeArtifacts([artifact('a.md', 'one')], run(['a']), files, options);
  const full = { ...files, replace: () => Promise.reject(diskFull()) };
  const failing = writeArtifacts([artifact('a.md', 'two')], run(['a']), full, options);
  await expect(failing).rejects.toMatchObject({ kind: 'disk-full' });
  expect(text(files.all.get('a.md'))).toBe('one');
  const next = await writeArtifacts([artifact('a.md', 'three')], run(['a']), files, options);
  expect(fates(next)).toEqual(['a.md written']);
  expect([...files.all.keys()].sort()).toEqual(['a.md', 'manifest.json']);
});

test('knows its own files after two runs were stopped between files and manifest', async () => {
  const files = createMemoryFiles();
  await writeArtifacts([artifact('a.md', 'one')], run(['a']), files, options);
  for (const content of ['two', 'three']) {
    const stopped = {
      ...files,
      replace: async (changes: ReadonlyMap<string, Uint8Array>) => {
        const [first] = changes;
        if (first !== undefined && content === 'two') await files.write(...first);
        throw diskFull();
      },
    };
    const failing = writeArtifacts([artifact('a.md', content)], run(['a']), stopped, options);
    await expect(failing).rejects.toMatchObject({ kind: 'disk-full' });
  }
  expect(text(files.all.get('a.md'))).toBe('two');
  const next = await writeArtifacts([artifact('a.md', 'four')], run(['a']), files, options);
  expect(fates(next)).toEqual(['a.md written']);
});

test('writes under a lock that the caller holds already', async () => {
  const files = createMemoryFiles();
  const lock = { waitMs: 0, onNotice: () => {} };
  const written = await files.withLock('', lock, () =>
    writeArtifacts([artifact('a.md', 'x')], run(['a']), files, { lock: 'held' }),
  );
  expect(fates(written)).toEqual(['a.md written']);
});

test.each([
  ['not JSON', '{'],
  ['another shape', '{"schema":1}'],
  ['a later schema', '{"schema":2,"tool":"9","documents":[]}'],
])('says so when the manifest is %s, and overwrites nothing', async (_, content) => {
  const files = createMemoryFiles({ 'a.md': 'one', 'manifest.json': content });
  const written = await writeArtifacts([artifact('a.md', 'two')], run(['a']), files, options);
  expect(codes(written)).toEqual(['manifest-unreadable', 'output-edited']);
  expect(text(files.all.get('a.md'))).toBe('one');
});
