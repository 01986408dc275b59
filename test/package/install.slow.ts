/**
 * The package as its user has it: packed, installed from the registry into a folder of its own with an
 * empty home, and run there on data and a template of its own.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { isNewEnough, oldestNode } from '../../src/model/node-version.ts';
import { sound } from '../cli/brief.ts';
import { minimalBrief } from '../support/project.ts';

const root = join(import.meta.dirname, '../..');
let folder = '';
let consumer = '';
let packed: readonly { readonly path: string; readonly size: number }[] = [];

/** A run in the consumer's folder, with a home that was empty before. */
function run(program: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: consumer,
    encoding: 'utf8',
    // What npm tells its scripts would be taken for settings of this run.
    env: {
      ...Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$|^CI$/i.test(name)),
      ),
      HOME: join(folder, 'home'),
      ...environment,
    },
  });
  return { status, out: stdout, err: stderr };
}

function brief(...args: readonly string[]) {
  return run(join(consumer, 'node_modules/.bin/brief'), args);
}

async function file(path: string, content: string): Promise<void> {
  await mkdir(join(consumer, path, '..'), { recursive: true });
  await writeFile(join(consumer, path), content);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brief-package-'));
  consumer = join(folder, 'office');
  await mkdir(join(folder, 'home'));
  await mkdir(consumer);
  const pack = spawnSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(pack.status, pack.stderr).toBe(0);
  // The build talks before npm prints its JSON.
  const report: unknown = JSON.parse(pack.stdout.slice(pack.stdout.search(/^[[{]/m)));
  const [about] = Object.values(
    report as Record<string, { filename: string; files: typeof packed }>,
  );
  packed = about?.files ?? [];
  await file('package.json', JSON.stringify({ name: 'office', private: true, type: 'module' }));
  const tarball = join(folder, about?.filename ?? '');
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const install = run('npm', ['install', ...quiet, tarball]);
  expect(install).toMatchObject({ status: 0, err: '' });
  await file('data/all.yaml', stringify(sound));
  await file('data/briefs/one.yaml', stringify({ ...minimalBrief, template: 'house-note' }));
  await file('templates/house-note/template.yaml', 'title: House note\n');
  await file('templates/house-note/brief.md.hbs', '{{> masthead}}\nOur own.\n\n{{> takeaways}}\n');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the package holds what runs and what is read, and nothing else', () => {
  const paths = packed.map(({ path }) => path);
  const others = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
  const tops = new Set(paths.map((path) => path.split('/')[0] ?? ''));
  expect([...tops].filter((name) => !others.includes(name)).toSorted()).toEqual([
    ...['dist', 'preview', 'standards', 'templates'],
  ]);
  for (const path of ['dist/bin.js', 'dist/index.js', 'dist/types/index.d.ts']) {
    expect(paths).toContain(path);
  }
  expect(packed.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(20_000_000);
});

test('the citation engine stays outside the bundle, as its licence wants it unmodified', async () => {
  const dist = join(consumer, 'node_modules/briefwright/dist');
  const chunks = await readdir(dist, { recursive: true });
  for (const name of chunks.filter((each) => each.endsWith('.js'))) {
    expect(await readFile(join(dist, name), 'utf8')).not.toContain('CSL.Engine = function');
  }
  const licences = await readFile(join(dist, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  expect(licences).toContain('\nhandlebars ');
  expect(licences).not.toContain('citeproc');
});

test('brief builds a project of its own with a template of its own, PDF included', async () => {
  const { status, out, err } = brief();
  expect({ status, err }).toEqual({ status: 0, err: expect.stringMatching(/^(unpacking.*\n)?$/) });
  expect(out).toMatch(/^one +1 .* md html pdf$/m);
  const output = join(consumer, 'output');
  expect(await readFile(join(output, 'one.md'), 'utf8')).toContain('Our own.');
  expect((await readFile(join(output, 'one.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  const again = brief();
  expect(again.out).toContain('3 files, nothing had changed');
});

test('a Word file has its chart as outlines and as pixels', async () => {
  await file(
    'data/charts.yaml',
    stringify({
      figures: {
        counts: {
          title: 'Channels removed',
          alt: 'Two bars, of 5 and 12.',
          kind: 'bar',
          x: 'year',
          y: 'channels',
          data: [
            { year: 'First', channels: 5 },
            { year: 'Second', channels: 12 },
          ],
        },
      },
    }),
  );
  await file('data/briefs/drawn.yaml', stringify({ ...minimalBrief, figures: ['counts'] }));
  const { status, err } = brief('drawn', '--to', 'docx', '--out', 'words');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const parts = unzipSync(await readFile(join(consumer, 'words/drawn.docx')));
  const names = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
  expect(names.map((name) => name.split('.').at(-1)).toSorted()).toEqual(['png', 'svg']);
  const svg = names.find((name) => name.endsWith('.svg')) ?? '';
  expect(new TextDecoder().decode(parts[svg])).toMatch(/<desc>.*First.*<\/desc>.*<path/s);
  await rm(join(consumer, 'data/charts.yaml'));
  await rm(join(consumer, 'data/briefs/drawn.yaml'));
});

test('an office has a style sheet of its own there, and its editor learns the fields', async () => {
  const { publisher, ...rest } = sound;
  const theme = { css: 'house.css' };
  await file('data/all.yaml', stringify({ ...rest, publisher: { ...publisher, theme } }));
  await file('house.css', '.brief h1 { color: #123456; }\n');
  const { status, err } = brief('--to', 'html', '--out', 'dressed');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(await readFile(join(consumer, 'dressed/one.html'), 'utf8')).toContain('#123456');
  const schema = brief('schema');
  expect(schema.status).toBe(0);
  expect(schema.err).toContain('known to your editor');
  await file('data/all.yaml', stringify(sound));
});

test('check, list and doctor work there, too', () => {
  expect(brief('check')).toMatchObject({ status: 0, err: '' });
  expect(brief('list').out).toMatch(/^one .* house-note /m);
  const doctor = brief('doctor');
  expect(doctor.status).toBe(0);
  expect(doctor.out).toContain('your own: house-note');
});

test('npx finds the command', () => {
  const { status, out } = run('npx', ['brief', '--version']);
  expect(status).toBe(0);
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('a program gets what the command has', async () => {
  await file(
    'program.js',
    `import { buildBriefs, checkProject, listBriefs } from 'briefwright';
const { isClean, briefs } = await buildBriefs({ output: 'by-program', formats: ['md', 'html'] });
const files = briefs.flatMap(({ files }) => files.map(({ format, bytes }) => [format, bytes.length > 0]));
const { counts } = await checkProject();
const list = await listBriefs();
console.log(JSON.stringify({ isClean, files, findings: counts.findings, ids: list.briefs.map(({ id }) => id) }));
`,
  );
  const { status, out, err } = run('node', ['program.js']);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(JSON.parse(out)).toEqual({
    isClean: true,
    files: [
      ['md', true],
      ['html', true],
    ],
    findings: 2,
    ids: ['one'],
  });
});

test('its types stand alone under the strictest settings', async () => {
  await file(
    'program.ts',
    `import { buildBriefs, type BuildReport, type Problem } from 'briefwright';
const report: BuildReport = await buildBriefs({ formats: ['pdf'], audience: 'TLP:CLEAR' });
const errors: readonly Problem[] = report.problems.filter(({ severity }) => severity === 'error');
const pages: number | undefined = report.briefs[0]?.pages;
export { errors, pages };
// @ts-expect-error there is no such format
await buildBriefs({ formats: ['docs'] });
`,
  );
  const settings = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2024'];
  const modules = ['--module', 'nodenext', '--skipLibCheck', 'false', '--types', ''];
  const tsc = join(root, 'node_modules/.bin/tsc');
  expect(run(tsc, [...settings, ...modules, 'program.ts'])).toMatchObject({ status: 0, out: '' });
});

/** A node of the system that is too old for us, where there is one. */
const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return status === 0 && !isNewEnough(stdout.slice(1));
});

test.skipIf(oldNode === undefined)('an old node starts the one that came along', async () => {
  const script = join(consumer, 'node_modules/briefwright/dist/bin.js');
  const carried = join(consumer, `node_modules/node-${process.platform}-${process.arch}`);
  expect(run(oldNode ?? '', [script, 'list'])).toMatchObject({ status: 0, err: '' });
  expect(run(oldNode ?? '', [script, '--stict'])).toMatchObject({ status: 2, out: '' });
  await rename(carried, `${carried}.away`);
  const { status, out, err } = run(oldNode ?? '', [script, 'list']);
  await rename(`${carried}.away`, carried);
  expect({ status, out }).toEqual({ status: 3, out: '' });
  expect(err).toContain(`brief needs Node ${oldestNode} or newer`);
  expect(err.trim().split('\n')).toHaveLength(2);
});

test('a folder of the package that is moved elsewhere says what is missing', async () => {
  const moved = join(folder, 'alone');
  await cp(join(consumer, 'node_modules/briefwright'), moved, { recursive: true });
  const { status, out } = run('node', [join(moved, 'dist/bin.js'), 'doctor']);
  expect(status).toBe(3);
  expect(out).toMatch(/✗ fonts .*\n +→ install the package again/);
});
