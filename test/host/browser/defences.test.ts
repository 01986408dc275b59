import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPrinter } from '../../../src/host/browser/printer.ts';
import {
  contentPolicy,
  documentOf,
  refreshAttack,
  scriptedAttacks,
  stillAttacks,
} from './attacks.ts';
import { startListeningServer } from './listening-server.ts';
import { exposeTo, noDefences, type TestedDefences, withBrowser } from './lone-browser.ts';
import { readPdf } from './read-pdf.ts';

type Attacks = (address: string) => readonly string[];

const still: Attacks = (address) => [documentOf(Object.values(stillAttacks(address)).join('\n'))];
const refresh: Attacks = (address) => [documentOf('', refreshAttack(address))];
const scripted: Attacks = (address) => [
  documentOf(Object.values(scriptedAttacks(address)).join('\n')),
];
const withPolicy =
  (attacks: Attacks): Attacks =>
  (address) =>
    attacks(address).map((html) => html.replace('<head>', `<head>${contentPolicy}`));

async function seenBy(defences: TestedDefences, attacks: Attacks): Promise<readonly string[]> {
  await using server = await startListeningServer();
  await withBrowser(defences, (browser) => exposeTo(browser, attacks(server.address)));
  return server.seen();
}

describe('a server that is named in a document', () => {
  it('is reached in every way when all defences are off, so that the tests below mean something', async () => {
    // Chromium's headless shell neither preconnects nor fetches a foreign SVG.
    const seen = await seenBy(noDefences, still);
    const names = Object.keys(stillAttacks('')).filter(
      (name) => name !== 'preconnect' && name !== 'svg-use',
    );
    expect(names.filter((name) => !seen.includes(name))).toEqual([]);
    expect(await seenBy(noDefences, refresh)).toContain('refresh');
    const scriptedSeen = await seenBy(noDefences, scripted);
    const scriptedNames = Object.keys(scriptedAttacks(''));
    expect(scriptedNames.filter((name) => !scriptedSeen.includes(name))).toEqual([]);
  });

  it('sees nothing of a document without scripts when only requests are refused', async () => {
    const defences = { ...noDefences, blocksRequests: true };
    expect(await seenBy(defences, still)).toEqual([]);
    expect(await seenBy(defences, refresh)).toEqual([]);
  });

  it('sees nothing of a document without scripts when only the tab is offline', async () => {
    const defences = { ...noDefences, isOffline: true };
    expect(await seenBy(defences, still)).toEqual([]);
    expect(await seenBy(defences, refresh)).toEqual([]);
  });

  it('sees nothing at all when only the browser is disconnected', async () => {
    const defences = { ...noDefences, isDisconnected: true };
    expect(await seenBy(defences, still)).toEqual([]);
    expect(await seenBy(defences, refresh)).toEqual([]);
    expect(await seenBy(defences, scripted)).toEqual([]);
  });

  it('sees nothing of what needs a script when only scripts are blocked', async () => {
    expect(await seenBy({ ...noDefences, blocksScripts: true }, scripted)).toEqual([]);
  });

  it('sees nothing but a redirection when the document has its policy and no defence else', async () => {
    expect(await seenBy(noDefences, withPolicy(still))).toEqual([]);
    expect(await seenBy(noDefences, withPolicy(scripted))).toEqual([]);
  });

  it('sees nothing with all defences on, and the document is printed all the same', async () => {
    await using server = await startListeningServer();
    const attacks = { ...stillAttacks(server.address), ...scriptedAttacks(server.address) };
    const html = documentOf(Object.values(attacks).join('\n'), refreshAttack(server.address));
    const printer = await createPrinter();
    try {
      const { bytes } = await printer.print({ html, timeoutMs: 20_000 });
      expect((await readPdf(bytes)).text).toContain('The brief itself.');
    } finally {
      printer.close();
    }
    expect(server.seen()).toEqual([]);
  });
});

describe('a script in a document', () => {
  const html = documentOf('<script>document.body.append("written by a script")</script>');
  const textWith = (defences: TestedDefences, source: string) =>
    withBrowser(defences, (browser) =>
      browser.withTab(async (tab) => (await readPdf((await tab.print(source)).bytes)).text),
    );

  it('runs when nothing hinders it, so that the tests below mean something', async () => {
    expect(await textWith(noDefences, html)).toContain('written by a script');
  });

  it('does not run when only scripts are blocked', async () => {
    expect(await textWith({ ...noDefences, blocksScripts: true }, html)).not.toContain('written');
  });

  it('does not run when the document has its policy and no defence else', async () => {
    const guarded = html.replace('<head>', `<head>${contentPolicy}`);
    expect(await textWith(noDefences, guarded)).not.toContain('written');
  });
});

describe('a file on this machine', () => {
  let folder = '';
  let html = '';
  let address = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'briefwright-test-'));
    const secret = join(folder, 'secret.html');
    writeFileSync(secret, '<p>the secret of this machine</p>');
    const url = pathToFileURL(secret).href;
    html = documentOf(
      `<iframe src="${url}"></iframe><object data="${url}"></object><embed src="${url}">
       <iframe srcdoc="&lt;iframe src='${url}'&gt;&lt;/iframe&gt;"></iframe>`,
    );
    const page = join(folder, 'page.html');
    writeFileSync(page, html);
    address = pathToFileURL(page).href;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Goes to the page as a file, which the printer never does. */
  const textOfFile = (defences: TestedDefences) =>
    withBrowser(defences, (browser) =>
      browser.withTab(async ({ session }) => {
        const loaded = new Promise((resolve) => session.once('Page.loadEventFired', resolve));
        const { errorText } = await session.send('Page.navigate', { url: address });
        if (errorText !== undefined) return errorText;
        await loaded;
        const { data } = await session.send('Page.printToPDF');
        return (await readPdf(Buffer.from(data, 'base64'))).text;
      }),
    );

  it('is shown by a page that is opened as a file without defences, so that the tests below mean something', async () => {
    expect(await textOfFile(noDefences)).toContain('the secret');
  });

  it('is not shown when only requests are refused', async () => {
    const defences = { ...noDefences, blocksRequests: true };
    expect(await textOfFile(defences)).not.toContain('the secret');
  });

  it('is not shown when the document is merely set, with no defence else', async () => {
    const text = await withBrowser(noDefences, (browser) =>
      browser.withTab(async (tab) => (await readPdf((await tab.print(html)).bytes)).text),
    );
    expect(text).toContain('The brief itself.');
    expect(text).not.toContain('the secret');
  });
});
