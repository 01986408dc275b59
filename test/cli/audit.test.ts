/** The audit as a person runs it: on what was built, on strangers' files, on what is no file at all. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { minimalBrief } from '../support/project.ts';
import { brief, project, sound } from './brief.ts';

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'briefwright-audit-'));
  mkdirSync(join(folder, 'data/briefs'), { recursive: true });
  writeFileSync(join(folder, 'data/all.yaml'), stringify(sound));
  writeFileSync(join(folder, 'data/briefs/one.yaml'), stringify(minimalBrief));
  await brief(folder, ['one', '--to', 'md,html,pdf,docx']);
  const pages = ['html', 'pdf', 'docx'].map((ending) => join(folder, `output/one.${ending}`));
  for (const page of pages) cpSync(page, join(folder, page.slice(page.lastIndexOf('/') + 1)));
  writeFileSync(join(folder, 'cut.pdf'), readFileSync(join(folder, 'one.pdf')).subarray(0, 9000));
  writeFileSync(join(folder, 'words.txt'), 'Words.');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  readonly files: readonly {
    readonly name: string;
    readonly checks: readonly { readonly name: string; readonly outcome: string }[];
    readonly problems: readonly { readonly code: string }[];
  }[];
  readonly notAudited: readonly string[];
  readonly problems: readonly { readonly code: string }[];
}

test('audits all that the manifest lists, and finds nothing', async () => {
  const { status, out, err } = await brief(folder, ['audit', '--format', 'json']);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const { files, notAudited } = JSON.parse(out) as Told;
  expect(files.map(({ name }) => name)).toEqual(['one.docx', 'one.html', 'one.pdf']);
  expect(notAudited).toEqual(['one.md']);
  for (const { checks } of files) {
    expect(checks.length).toBeGreaterThan(10);
    expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  }
});

test('says every check of one file with its clause, and that it is no certificate', async () => {
  const { status, out } = await brief(folder, ['audit', 'one.pdf']);
  expect(status).toBe(0);
  expect(out).toMatch(/^✓ one\.pdf {2}\d+ checks: \d+ passed, /);
  expect(out).toContain('  ✓ every font that is used is inside the file pdf-font-unembedded');
  expect(out).toContain('ISO 14289-1, 7.21.4.1');
  expect(out).toContain('Matterhorn 31-009');
  expect(out).toContain('not run: the brief that the file was made from is not known');
  expect(out).toContain('no certificate');
  expect(out).not.toMatch(/conform|compliant|certified/i);
});

test('goes on after files that are broken, strange or not there', async () => {
  const names = ['cut.pdf', 'words.txt', 'nothing.pdf', 'output', 'one.docx'];
  const { status, out } = await brief(folder, ['audit', ...names, '--format', 'json']);
  expect(status).toBe(1);
  const { files } = JSON.parse(out) as Told;
  expect(files.map(({ name, problems }) => [name, problems.map(({ code }) => code)])).toEqual([
    ['cut.pdf', ['pdf-unreadable']],
    ['words.txt', ['audit-format-unknown']],
    ['nothing.pdf', ['read-missing']],
    ['output', ['read-failed']],
    ['one.docx', []],
  ]);
});

test('says that there is no browser, and checks the rest of a page', async () => {
  const { status, out, err } = await brief(folder, ['audit', 'one.html'], {
    BRIEF_BROWSER: 'no-such-browser',
  });
  expect(status).toBe(3);
  expect(out).toContain('not run: there is no browser');
  expect(out).toContain('✓ the page says its language html-language-missing');
  expect(err).toContain('BRIEF_BROWSER names no-such-browser');
});

test('runs the checks of one standard alone', async () => {
  const args = ['audit', 'one.pdf', '--standard', 'pdf/ua-1', '--format', 'json'];
  const { files } = JSON.parse((await brief(folder, args)).out) as Told;
  const names = files[0]?.checks.map(({ name }) => name);
  expect(names).toContain('pdf-link-undescribed');
  expect(names).not.toContain('pdf-colour-undefined');
  expect((await brief(folder, ['audit', 'one.pdf', '--standard', 'iso'])).status).toBe(2);
});

test('tells a file that was changed after it was built', async () => {
  const path = join(folder, 'output/one.docx');
  const before = readFileSync(path);
  writeFileSync(path, Buffer.concat([before, Buffer.from('\n')]));
  const { status, out } = await brief(folder, ['audit']);
  writeFileSync(path, before);
  expect(status).toBe(1);
  expect(out).toContain('one.docx is not the file that the manifest lists');
});

test('needs a build, or names of files', async () => {
  const empty = await project();
  const { status, err } = await brief(empty, ['audit']);
  expect(status).toBe(3);
  expect(err).toMatch(/there is no manifest\.json in .*\n +help: build first/);
});
