/** The manifest: the same bytes for the same build, whatever the order, the place and the time. */
import { expect, test } from 'vitest';
import { createMemoryFiles } from '../../src/host/files/memory-files.ts';
import { sha256 } from '../../src/model/hash.ts';
import type { RunFacts } from '../../src/write/run-facts.ts';
import { writeArtifacts } from '../../src/write/write-artifacts.ts';
import { artifact, facts, options, run, text } from './build.ts';

const browser = {
  version: 'Chrome/153.0.7204.49',
  origin: 'bundled',
  executable: '/home/someone/.cache/headless_shell',
  isSandboxed: true,
} as const;

test('holds what is needed to check a document, and nothing of the machine', async () => {
  const files = createMemoryFiles({}, '/home/someone/project/output');
  const pdf = artifact('a.pdf', 'pdf', { pages: 4, browser });
  await writeArtifacts([pdf, artifact('a.md', 'text')], run(['a']), files, options);
  const manifest = text(files.all.get('manifest.json')) ?? '';
  expect(manifest).not.toMatch(/someone|isSandboxed|\d{4}-\d\d-\d\d/);
  expect(manifest.endsWith('}\n')).toBe(true);
  expect(JSON.parse(manifest)).toEqual({
    schema: 1,
    tool: '0.1.0',
    documents: [
      {
        id: 'a',
        title: 'On a',
        marking: 'TLP:CLEAR',
        words: 800,
        about: { issued: '2026', status: 'final', tags: [], versions: [] },
        readMinutes: 4,
        tool: '0.1.0',
        resources: { fonts: sha256('fonts') },
        inputs: { 'data/briefs/a.yaml': sha256('a'), 'data/sources.yaml': sha256('sources') },
        files: {
          md: { name: 'a.md', sha256: sha256('text'), bytes: 4 },
          pdf: {
            name: 'a.pdf',
            sha256: sha256('pdf'),
            bytes: 3,
            pages: 4,
            browser: browser.version,
          },
        },
      },
    ],
  });
});

test('is the same whatever the order of briefs, formats and inputs', async () => {
  const artifacts = ['b.md', 'a.pdf', 'a.md', 'b.html'].map((name) => artifact(name, name));
  const reversed = (facts: RunFacts): RunFacts => ({
    ...facts,
    documents: facts.documents.toReversed().map((document) => ({
      ...document,
      inputs: new Map([...document.inputs].reverse()),
    })),
  });
  const one = createMemoryFiles();
  await writeArtifacts(artifacts, run(['a', 'b']), one, options);
  const two = createMemoryFiles();
  await writeArtifacts(artifacts.toReversed(), reversed(run(['a', 'b'])), two, options);
  const three = createMemoryFiles();
  for (const each of artifacts) {
    await writeArtifacts([each], run([each.brief], ['a', 'b']), three, options);
  }
  expect(text(two.all.get('manifest.json'))).toBe(text(one.all.get('manifest.json')));
  expect(text(three.all.get('manifest.json'))).toBe(text(one.all.get('manifest.json')));
});

test('marks a format as outdated that was not built again with the others', async () => {
  const files = createMemoryFiles();
  const built = [artifact('a.md', 'one'), artifact('a.pdf', 'one')];
  await writeArtifacts(built, run(['a']), files, options);
  const changed: RunFacts = {
    ...run(['a']),
    documents: [facts('a', { inputs: new Map([['data/briefs/a.yaml', sha256('changed')]]) })],
  };
  const { value } = await writeArtifacts([artifact('a.md', 'two')], changed, files, options);
  const [document] = value.manifest.documents;
  expect(document?.files.md?.outdated).toBeUndefined();
  expect(document?.files.pdf?.outdated).toBe(true);
  const both = [artifact('a.md', 'two'), artifact('a.pdf', 'two')];
  const whole = await writeArtifacts(both, changed, files, options);
  expect(whole.value.manifest.documents[0]?.files.pdf?.outdated).toBeUndefined();
});

test('keeps documents of one brief for several audiences apart', async () => {
  const files = createMemoryFiles();
  const green: RunFacts = { ...run(['a']), documents: [facts('a', { marking: 'TLP:GREEN' })] };
  await writeArtifacts([artifact('a.md', 'clear')], run(['a']), files, options);
  const { value } = await writeArtifacts([artifact('a.green.md', 'green')], green, files, options);
  expect(value.manifest.documents.map(({ marking, files }) => [marking, files.md?.name])).toEqual([
    ['TLP:CLEAR', 'a.md'],
    ['TLP:GREEN', 'a.green.md'],
  ]);
});

test('moves a file to the label that it was built with last', async () => {
  const files = createMemoryFiles();
  const green: RunFacts = { ...run(['a']), documents: [facts('a', { marking: 'TLP:GREEN' })] };
  await writeArtifacts([artifact('a.md', 'clear')], run(['a']), files, options);
  const { value } = await writeArtifacts([artifact('a.md', 'green')], green, files, options);
  expect(value.manifest.documents.map(({ marking }) => marking)).toEqual(['TLP:GREEN']);
});

test('forgets a file that was deleted by hand', async () => {
  const files = createMemoryFiles();
  await writeArtifacts(
    [artifact('a.md', 'x'), artifact('b.md', 'x')],
    run(['a', 'b']),
    files,
    options,
  );
  await files.remove('a.md');
  const { value } = await writeArtifacts(
    [artifact('b.md', 'x')],
    run(['b'], ['a', 'b']),
    files,
    options,
  );
  expect(value.manifest.documents.map(({ id }) => id)).toEqual(['b']);
});
