/**
 * The floor: ready HTML, printed by puppeteer as its documentation shows it, on one page or on several.
 *
 *     node peers/bare-puppeteer.ts <folder with .html> <target> <pages> <browser>
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import puppeteer from 'puppeteer';

const [source = '', target = '', pages = '1', executablePath = ''] = process.argv.slice(2);
const queue = readdirSync(source).filter((name) => name.endsWith('.html'));
const browser = await puppeteer.launch({
  executablePath,
  headless: 'shell',
  args: ['--no-sandbox'],
});
const print = async () => {
  const page = await browser.newPage();
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    await page.setContent(readFileSync(join(source, name), 'utf8'));
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
    writeFileSync(join(target, `${basename(name, '.html')}.pdf`), pdf);
  }
};
await Promise.all(Array.from({ length: Number(pages) }, print));
await browser.close();
