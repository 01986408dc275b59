import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const guide = join(root, 'docs');
let project = '';

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'briefwright-guide-'));
  for (const folder of ['data', 'templates'])
    cpSync(join(root, folder), join(project, folder), { recursive: true });
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

/** A fenced block of a page: its language, what stands behind it, its lines. */
interface Block {
  readonly lang: string;
  readonly file: string | undefined;
  readonly text: string;
}

function blocksOf(page: string): Block[] {
  const text = readFileSync(join(guide, page), 'utf8');
  return [...text.matchAll(/^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm)].map(
    ([, lang = '', file, inside = '']) => ({
      lang,
      file,
      text: inside,
    }),
  );
}

/** Runs one line of the guide where its reader would, with the command of this checkout. */
function run(line: string) {
  const shell = line.replace(
    /^npm run brief(?: --)?/,
    `${process.execPath} ${join(root, 'src/bin.ts')}`,
  );
  return spawnSync('sh', ['-c', shell], { cwd: project, encoding: 'utf8', timeout: 600_000 });
}

const pages = readdirSync(guide).filter((name) => name.endsWith('.md'));

describe.each(pages)('docs/%s', (page) => {
  const blocks = blocksOf(page);

  it('names only pages and pictures that exist', () => {
    const text = readFileSync(join(guide, page), 'utf8')
      .replace(/```[\s\S]*?```/g, '')
      .replace(/`[^`]*`/g, '');
    for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      expect(() => readFileSync(join(guide, target)), target).not.toThrow();
    }
  });

  it('shows commands and files that work, in its order', () => {
    for (const { lang, file, text } of blocks) {
      if (file !== undefined) {
        mkdirSync(dirname(join(project, file)), { recursive: true });
        writeFileSync(join(project, file), text);
      }
      if (lang !== 'sh') continue;
      for (const line of text.trim().split('\n')) {
        const { status, stderr, stdout } = run(line);
        expect(status, `${line}\n${stdout}\n${stderr}`).toBe(0);
      }
    }
  }, 1_800_000);
});
