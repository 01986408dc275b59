/** The preview as a person has it: the command that was built, and a real browser that shows its page. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer';
import { createPrinter } from '../src/host/browser/printer.ts';
import type { Case } from './preview-cases.ts';
import type { PartsOptions, Times } from './preview-parts.ts';

/** case, its project → how long it takes until the page in the browser has changed. */
export async function measurePage(
  { brief, saves }: Case,
  { root, rounds, warmUp }: PartsOptions,
): Promise<readonly Times[]> {
  const server = spawn(
    process.execPath,
    [join(import.meta.dirname, '..', 'dist', 'bin.js'), 'preview', '--root', root],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    server.once('exit', () => reject(new Error(`the preview ended: ${said}`)));
    server.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      const found = /http:\/\/[^\s]+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
  });
  const printer = await createPrinter();
  const executablePath = printer.browser.executable;
  printer.close();
  const browser = await puppeteer.launch({
    executablePath,
    headless: 'shell',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage();
  await page.goto(`${url}#brief=${brief}`, { waitUntil: 'load' });
  const shown = "document.querySelector('#page').contentDocument";
  await page.waitForFunction(`${shown}?.querySelector('h1')`);
  const measured: Times[] = [];
  for (const save of saves) {
    const wallMs: number[] = [];
    const text = readFileSync(join(root, save.file), 'utf8');
    for (let round = -warmUp; round < rounds; round += 1) {
      // The rules have their say after the page; a person saves seconds apart.
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      const said = JSON.stringify(save.said(round + warmUp));
      const changed = page.waitForFunction(`${shown}.body.textContent.includes(${said})`, {
        polling: 4,
      });
      const startedMs = performance.now();
      writeFileSync(join(root, save.file), save.edited(text, round + warmUp));
      await changed;
      if (round >= 0) wallMs.push(performance.now() - startedMs);
    }
    measured.push({ name: `${save.name} → the page in the browser`, wallMs });
  }
  await browser.close();
  server.kill();
  return measured;
}
