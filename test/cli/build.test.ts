/** Builds by the real command in real processes: what is written, what is said where, and how it ends. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { minimal, minimalBrief } from '../support/project.ts';
import { brief, briefHere, project } from './brief.ts';

const text = ['--to', 'md,html'];

/** What has no browser, on purpose. */
const noBrowser = { BRIEF_BROWSER: '/nowhere/browser' };

/** Markdown and HTML of the project in a folder, without a process of its own. */
function here(folder: string, ...args: readonly string[]) {
  return briefHere(['--root', folder, ...text, ...args]);
}

async function outputOf(folder: string): Promise<string[]> {
  return (await readdir(join(folder, 'output'))).filter((name) => !name.startsWith('.')).sort();
}

test('builds every brief, tells it on standard output, and the second time writes nothing', async () => {
  const folder = await project();
  const first = await brief(folder, text);
  expect(first).toMatchObject({ status: 0, err: '' });
  const [head, one, two, closing, ...rest] = first.out.split('\n');
  expect(head).toMatch(/^brief +pages +words +read +time +files$/);
  expect(one).toMatch(/^one +– +\d+ +1 min +[\d.]+ m?s +md html$/);
  expect(two).toMatch(/^two /);
  expect(closing).toMatch(/^✓ 2 briefs in output\/: 4 files written, in [\d.]+ m?s$/);
  expect(rest).toEqual(['']);
  expect(first.out).not.toContain('\u001B');
  const names = ['manifest.json', 'one.html', 'one.md', 'two.html', 'two.md'];
  expect(await outputOf(folder)).toEqual(names);
  const before = await stat(join(folder, 'output/one.html'));
  const second = await brief(folder, text);
  expect(second.out).toContain('4 files, nothing had changed');
  expect((await stat(join(folder, 'output/one.html'))).mtimeMs).toBe(before.mtimeMs);
});

test('builds the brief that is named into the folder that is named, and with -v names every file', async () => {
  const folder = await project();
  const args = ['two', '--to', 'md', '--to', 'html', '--out', 'elsewhere', '-v'];
  const { status, out } = await brief(folder, args, { FORCE_COLOR: '1' });
  expect(status).toBe(0);
  expect(out).toContain('\u001B[');
  expect(out).toContain('elsewhere/two.md');
  expect((await readdir(join(folder, 'elsewhere'))).sort()).toEqual(
    expect.arrayContaining(['two.html', 'two.md']),
  );
  await expect(readdir(join(folder, 'output'))).rejects.toThrow('ENOENT');
});

test('an error in the data ends with 1, points at the line, and leaves the documents as they were', async () => {
  const folder = await project();
  await brief(folder, text);
  const before = await readFile(join(folder, 'output/one.md'), 'utf8');
  const yaml = join(folder, 'data/briefs/one.yaml');
  await writeFile(yaml, (await readFile(yaml, 'utf8')).replace('output-fell', 'output-fel'));
  const { status, out, err } = await brief(folder, text);
  expect(status).toBe(1);
  expect(err).toContain('data/briefs/one.yaml:');
  expect(err).toContain('did you mean "output-fell"?');
  expect(out).toMatch(/^✗ nothing was built; output\/ is as it was; 1 error, in /);
  expect(await readFile(join(folder, 'output/one.md'), 'utf8')).toBe(before);
});

/** A brief whose template needs what it has not. */
const failing = { ...minimalBrief, template: 'commentary-that-is-not-there' };

test('one brief that fails does not keep the others from being written', async () => {
  const folder = await project({ 'data/briefs/two.yaml': failing });
  const { status, out } = await here(folder);
  expect(status).toBe(1);
  expect(out).toMatch(/^two +– +– +– +[\d.]+ m?s +not built$/m);
  expect(out).toMatch(/✗ 1 of 2 briefs complete in .*output\/: 2 files written; 1 error/);
  expect(await outputOf(folder)).toEqual(['manifest.json', 'one.html', 'one.md']);
});

/** A takeaway that rests on one source, which is worth a warning. */
const withWarning = { 'data/all.yaml': minimal };

test('a warning is said and does not stop the build; with --strict it does', async () => {
  const folder = await project(withWarning);
  const lenient = await here(folder);
  expect(lenient.status).toBe(0);
  expect(lenient.err).toContain('warning[');
  expect(lenient.out).toMatch(/; \d warnings?, in /);
  const strict = await here(folder, '--strict', '--out', join(folder, 'strict'));
  expect(strict.status).toBe(1);
  await expect(readdir(join(folder, 'strict'))).rejects.toThrow('ENOENT');
});

test('--quiet prints nothing where nothing is wrong, and errors alone where something is', async () => {
  const folder = await project(withWarning);
  expect(await here(folder, '-q')).toEqual({ status: 0, out: '', err: '' });
  const { status, out, err } = await brief(folder, ['-q', '--to', 'pdf', 'one'], noBrowser);
  expect({ status, out }).toEqual({ status: 3, out: '' });
  expect(err).toMatch(/^error\[browser-missing\]/);
});

test('without a browser the other formats are written, and status 3 goes with what is missing', async () => {
  const folder = await project();
  const { status, out, err } = await brief(folder, ['one'], noBrowser);
  expect(status).toBe(3);
  expect(err).toContain('error[browser-missing] BRIEF_BROWSER names /nowhere/browser');
  expect(out).toMatch(/^one .* md html \(no pdf\)$/m);
  expect(out).toContain('✗ 0 of 1 brief complete in output/: 2 files written; 1 error');
  expect(await outputOf(folder)).toEqual(['manifest.json', 'one.html', 'one.md']);
});

test('an output folder that cannot be made is a lack of the machine', async () => {
  const folder = await project({ output: 'a file in the way' });
  const { status, out, err } = await here(folder);
  expect(status).toBe(3);
  expect(err).toContain('output');
  expect(err).toContain('help:');
  expect(out).toMatch(/✗ nothing was built/);
});

test('an audience that may not have a brief does not get it', async () => {
  const folder = await project({
    'data/briefs/two.yaml': { ...minimalBrief, marking: 'TLP:AMBER', portions: 'TLP:AMBER' },
  });
  const { status, out } = await here(folder, '--audience', 'clear');
  expect(status).toBe(0);
  expect(out).not.toMatch(/^two/m);
  expect(out).toContain('1 brief not for TLP:CLEAR');
});
