/** Builds one brief in each look of `docs/looks/`, and makes the pictures of docs/theme.md. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, parseDocument } from 'yaml';
import { buildBriefs } from '../../src/index.ts';
import { openBrowser } from '../../test/render/html/fixture/browser.ts';
import { figurePage, openPdf, paintPage } from './paint-page.ts';

const root = new URL('../../', import.meta.url);
const looks = new URL('docs/looks/', root);

/** The brief that is shown, and pixels a point of its pages. */
const brief = 'quiet-outlet';
const scale = 1.1;

/** Names of the looks that the guide shows. */
export function lookNames(): readonly string[] {
  return readdirSync(looks).sort();
}

/** Name of a look → a copy of the samples in that look; whoever asks deletes the folder. */
export function projectInLook(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-look-'));
  cpSync(new URL('data', root), join(folder, 'data'), { recursive: true });
  cpSync(new URL(`${name}/theme.css`, looks), join(folder, 'data/theme.css'));
  const office = join(folder, 'data/publisher.yaml');
  const document = parseDocument(readFileSync(office, 'utf8'));
  const values = parse(readFileSync(new URL(`${name}/theme.yaml`, looks), 'utf8')) as {
    theme: unknown;
  };
  document.setIn(['publisher', 'theme'], document.createNode(values.theme));
  writeFileSync(office, String(document));
  return folder;
}

/** Folder of the pictures → `look-<name>-1.png`, `-figure.png` and `-screen.png` of every look. */
export async function paintLooks(images: URL): Promise<void> {
  const browser = await openBrowser();
  try {
    for (const name of lookNames()) {
      const folder = projectInLook(name);
      const formats = ['html', 'pdf'] as const;
      const { problems } = await buildBriefs({
        root: folder,
        briefs: [brief],
        formats,
        audience: 'TLP:CLEAR',
      });
      const wrong = problems.find(({ severity }) => severity === 'error');
      if (wrong !== undefined) throw new Error(`${name}: ${wrong.message}`);
      const output = join(folder, 'output', brief);
      const pdf = await openPdf(pathToFileURL(`${output}.pdf`));
      await paintPage(pdf, 1, scale, new URL(`look-${name}-1.png`, images));
      const second = await figurePage(pdf);
      if (second !== undefined) {
        await paintPage(pdf, second, scale, new URL(`look-${name}-figure.png`, images));
      }
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 720 });
      await page.setContent(readFileSync(`${output}.html`, 'utf8'), { waitUntil: 'load' });
      const path = new URL(`look-${name}-screen.png`, images).pathname as `${string}.png`;
      await page.screenshot({ path });
      rmSync(folder, { recursive: true });
    }
  } finally {
    await browser.close();
  }
}
