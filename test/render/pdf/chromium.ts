/**
 * A real browser for tests of printed pages: the one that ships with the package, unpacked once into
 * the temporary folder, and one page that is used again and again.
 */
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import type { PrintJob, PrintResult } from '../../../src/model/host.ts';

export interface TestPrinter {
  print(job: PrintJob): Promise<PrintResult>;
  close(): Promise<void>;
}

export async function startPrinter(): Promise<TestPrinter> {
  const browser: Browser = await puppeteer.launch({
    executablePath: executable(),
    headless: 'shell',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page: Page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  return {
    print: async ({ html }) => {
      await page.setContent(html, { waitUntil: 'load' });
      const bytes = await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
      });
      return { bytes, overflowing: [] };
    },
    close: () => browser.close(),
  };
}

function executable(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const path = join(tmpdir(), `briefwright-test-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(path)) {
    const unpacking = `${path}.${process.pid}`;
    const packed = readFileSync(join(root, 'bin', 'chromium.br'));
    writeFileSync(unpacking, brotliDecompressSync(packed), { mode: 0o700 });
    chmodSync(unpacking, 0o700);
    renameSync(unpacking, path);
  }
  return path;
}
