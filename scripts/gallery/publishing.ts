/** Pictures of what is sent and published, for docs/publish.md: a mail, and the index of the samples. */
import { readFileSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { openBrowser } from '../../test/render/html/fixture/browser.ts';

/** The folder of the samples, built with mails; the folder of the pictures. */
export async function paintPublishing(output: URL, images: URL): Promise<void> {
  const browser = await openBrowser();
  const page = await browser.newPage();
  const shoot = async (html: string, width: number, scheme: 'light' | 'dark', name: string) => {
    await page.setViewport({ width, height: width < 500 ? 700 : 820 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setContent(html, { waitUntil: 'load' });
    const path = new URL(name, images).pathname as `${string}.png`;
    await page.screenshot({ path });
  };
  try {
    const mail = await PostalMime.parse(
      readFileSync(new URL('quiet-outlet.tlp-amber.eml', output)),
    );
    const html = mail.html ?? '';
    await shoot(html, 600, 'light', 'mail-600-light.png');
    await shoot(html, 375, 'dark', 'mail-375-dark.png');
    const index = readFileSync(new URL('index.html', output), 'utf8');
    await shoot(index, 1024, 'light', 'index-1024-light.png');
    await shoot(index, 375, 'light', 'index-375-light.png');
  } finally {
    await browser.close();
  }
}
