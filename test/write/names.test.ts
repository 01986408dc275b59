/** Names of files that fail somewhere: reserved, hidden, invisible, the same but for capitals. */
import { expect, test } from 'vitest';
import { createMemoryFiles } from '../../src/host/files/memory-files.ts';
import { nameProblem } from '../../src/write/safe-name.ts';
import { writeArtifacts } from '../../src/write/write-artifacts.ts';
import { artifact, options, run, text } from './build.ts';

test.each([
  'con.md',
  'NUL.pdf',
  'aux.green.pdf',
  'com1.html',
  'lpt9.md',
  'com¹.md',
  '-rf.md',
  '.hidden.md',
  'a.md.',
  'a.md ',
  ' a.md',
  'a:b.md',
  'a\\b.md',
  'a?.md',
  '../a.md',
  'a/../b.md',
  'a/b/c.md',
  '/a.md',
  'a//b.md',
  '',
  'a\u202Efdp.md',
  'a\u200B.md',
  'a\n.md',
  'a~',
  '#a#',
  'a.new.md',
  `${'a'.repeat(260)}.md`,
  `${'ä'.repeat(130)}.md`,
  'readme.md',
  'README.md',
  'Manifest.json',
])('refuses %j', (name) => {
  expect(nameProblem(name)).toEqual(expect.any(String));
});

test.each(['a.md', 'lulls-are-not-defeat.green.pdf', 'console.md', 'a/readme.md', 'überblick.md'])(
  'accepts %j',
  (name) => {
    expect(nameProblem(name)).toBeUndefined();
  },
);

test('an unsafe name is reported with its brief, and the others are written', async () => {
  const files = createMemoryFiles();
  const artifacts = [artifact('con.md', 'x'), artifact('a.md', 'y')];
  const { value, diagnostics } = await writeArtifacts(artifacts, run(['con', 'a']), files, options);
  expect(diagnostics).toMatchObject([{ code: 'output-name-unsafe', brief: 'con' }]);
  expect(value.files.map(({ name }) => name)).toEqual(['a.md']);
  expect([...files.all.keys()].sort()).toEqual(['a.md', 'manifest.json']);
});

test.each([
  ['Lulls.md', 'lulls.md'],
  ['straße.md', 'STRASSE.md'],
  ['\u00E9.md', 'e\u0301.md'],
  ['same.md', 'same.md'],
])('neither %j nor %j is written when both are wanted', async (one, two) => {
  const files = createMemoryFiles();
  const artifacts = [artifact(one, 'x', { brief: 'one' }), artifact(two, 'y', { brief: 'two' })];
  const facts = run(['one', 'two']);
  const { diagnostics } = await writeArtifacts(artifacts, facts, files, options);
  expect(diagnostics).toMatchObject([
    { code: 'output-name-collision', brief: 'one' },
    { code: 'output-name-collision', brief: 'two' },
  ]);
  expect([...files.all.keys()]).toEqual(['manifest.json']);
});

test('a name that differs from a file in the folder only by capitals is refused', async () => {
  const files = createMemoryFiles({ 'Lulls.md': 'mine' });
  const { diagnostics } = await writeArtifacts(
    [artifact('lulls.md', 'x')],
    run(['lulls']),
    files,
    options,
  );
  expect(diagnostics).toMatchObject([{ code: 'output-name-collision', brief: 'lulls' }]);
  expect(text(files.all.get('Lulls.md'))).toBe('mine');
});

test('a name that another living brief has is refused', async () => {
  const files = createMemoryFiles();
  await writeArtifacts([artifact('a.md', 'x')], run(['a']), files, options);
  const other = artifact('a.md', 'y', { brief: 'b' });
  const refused = await writeArtifacts([other], run(['b'], ['a', 'b']), files, options);
  expect(refused.diagnostics).toMatchObject([{ code: 'output-name-collision', brief: 'b' }]);
  const taken = await writeArtifacts([other], run(['b'], ['b']), files, options);
  expect(taken.diagnostics).toEqual([]);
  expect(text(files.all.get('a.md'))).toBe('y');
});
