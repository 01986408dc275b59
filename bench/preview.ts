/**
 * From a saved file to the changed page, in a real browser: `npm run bench:preview [-- <project>]`.
 * Without a project, the sample briefs are copied. Prints the median and the 95th percentile.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer';
import { createPrinter } from '../src/host/browser/printer.ts';

const rounds = 20;
const here = import.meta.dirname;
const [project] = process.argv.slice(2);
const root = mkdtempSync(join(tmpdir(), 'briefwright-preview-'));
cpSync(join(project ?? join(here, '..'), 'data'), join(root, 'data'), { recursive: true });

const printer = await createPrinter();
const executablePath = printer.browser.executable;
printer.close();

const bin = join(here, '..', 'dist', 'bin.js');
const server = spawn(process.execPath, [bin, 'preview', '--root', root], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise<string>((resolve, reject) => {
  let said = '';
  server.once('exit', () => reject(new Error(`the preview ended: ${said}`)));
  server.stdout.on('data', (text: Buffer) => {
    said += text.toString();
    const found = /http:\/\/[^\s]+/.exec(said)?.[0];
    if (found !== undefined) resolve(found);
  });
});
const browser = await puppeteer.launch({
  executablePath,
  headless: 'shell',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
const [first = ''] = readdirSync(join(root, 'data', 'briefs')).toSorted();
await page.goto(`${url}#brief=${first.replace(/\.yaml$/, '')}`, { waitUntil: 'load' });
await page.waitForFunction("document.querySelector('#page').contentDocument?.querySelector('h1')");

const file = join(root, 'data', 'briefs', first);
const text = readFileSync(file, 'utf8');
const times: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  // The rules have their say after the page; a person saves seconds apart.
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  const title = `Saved for the ${round}th time`;
  const changed = page.waitForFunction(
    `document.querySelector('#page').contentDocument.querySelector('h1')?.textContent.includes(${JSON.stringify(title)})`,
    { polling: 4 },
  );
  const startedMs = performance.now();
  writeFileSync(file, text.replace(/^title: .*$/m, `title: ${title}`));
  await changed;
  times.push(performance.now() - startedMs);
}
const sorted = times.toSorted((a, b) => a - b);
const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
console.log(
  `saved → shown: median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms, ${rounds} rounds`,
);
await browser.close();
server.kill();
rmSync(root, { recursive: true, force: true });
