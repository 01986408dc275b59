import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeBrowser } from '../../../src/host/browser/describe-browser.ts';
import { type ClosablePrinter, createPrinter } from '../../../src/host/browser/printer.ts';
import { allDefences, type Tab } from '../../../src/host/browser/tab.ts';
import { withBrowser } from './lone-browser.ts';
import { browserGroups, processesOf } from './processes.ts';
import { readPdf } from './read-pdf.ts';

let printer: ClosablePrinter;
beforeAll(async () => {
  printer = await createPrinter();
});
afterAll(() => printer.close());

const page = (body: string, css = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A brief</title><style>
  @page { size: A4; margin: 20mm } body { margin: 0 } ${css}</style></head><body>${body}</body></html>`;

/** Its header cells are numbered by the browser. */
const table =
  '<table><thead><tr><th>Year</th><th>Share</th></tr></thead><tbody><tr><td>2024</td><td>4%</td></tr></tbody></table>';

async function print(html: string) {
  return await printer.print({ html, timeoutMs: 20_000 });
}

/** What is left to differ between two runs. */
function withoutDates(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/\/(CreationDate|ModDate) \(D:[^)]*\)/g, '');
}

describe('a printed document', () => {
  it('has its title, its language, its outline and its tags', async () => {
    const { bytes, overflowing } = await print(
      page(`<h1>First</h1><p>Text.</p><h2>Second</h2>${table}`),
    );
    const pdf = await readPdf(bytes);
    expect(pdf.info).toMatchObject({ Title: 'A brief', Language: 'en' });
    expect(pdf.outline).toEqual(['First']);
    expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'P', 'H2', 'Table', 'TH', 'TD']));
    expect(overflowing).toEqual([]);
  });

  it('has the page size that its style sheet says', async () => {
    const { bytes } = await print(page('<p>Wide.</p>', '@page { size: 200mm 100mm }'));
    const [width, height] = (await readPdf(bytes)).size;
    expect(width).toBeCloseTo((200 / 25.4) * 72, -0.5);
    expect(height).toBeCloseTo((100 / 25.4) * 72, -0.5);
  });

  it('has the same bytes but for dates, whatever was printed before it and by which browser', async () => {
    const html = page(`<h1>Same</h1>${table}`);
    const first = await print(html);
    await print(page(`<h1>Other</h1>${table}${table}`));
    const again = await print(html);
    const other = await createPrinter();
    try {
      const elsewhere = await other.print({ html, timeoutMs: 20_000 });
      expect(withoutDates(again.bytes)).toBe(withoutDates(first.bytes));
      expect(withoutDates(elsewhere.bytes)).toBe(withoutDates(first.bytes));
    } finally {
      other.close();
    }
  });

  it('has the same bytes whether or not the page is painted for a screen', async () => {
    const html = page(`<h1>Seen</h1><p><a href="#b">Below</a></p>${table}<h1 id="b">Or not</h1>`);
    const painting = await createPrinter({ isDrawing: true });
    try {
      const { bytes } = await painting.print({ html, timeoutMs: 20_000 });
      expect((await readPdf(bytes)).outline).toEqual(['Seen', 'Or not']);
      expect(withoutDates((await print(html)).bytes)).toBe(withoutDates(bytes));
    } finally {
      painting.close();
    }
  });

  it('keeps its text when no font of its own has it and the system has none', async () => {
    const { bytes } = await print(page('<p style="font-family: nowhere">Quite plain.</p>'));
    expect((await readPdf(bytes)).text).toContain('Quite plain.');
  });

  it('takes no rule of the document before it along', async () => {
    const guarded = (css: string) => {
      const hash = createHash('sha256').update(css).digest('base64');
      const policy = `default-src 'none'; style-src 'sha256-${hash}'`;
      return `<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="${policy}">
        <style>${css}</style><p class="a">first</p><p class="b">second</p>`;
    };
    const textOf = async (css: string) => (await readPdf((await print(guarded(css))).bytes)).text;
    expect((await textOf('.a { display: none }')).trim()).toBe('second');
    expect((await textOf('.b { display: none }')).trim()).toBe('first');
  });

  it('has the fonts that only its running heads use', async () => {
    const file = '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2';
    const font = readFileSync(createRequire(import.meta.url).resolve(file)).toString('base64');
    const css = `@font-face { font-family: Running; src: url(data:font/woff2;base64,${font}) }
      @page { @top-left { content: "Head"; font-family: Running } }`;
    const { bytes } = await print(page('<p>Body.</p>', css));
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/BaseFont \/\w+\+SourceSerif4-Italic/);
  });

  it('is not mixed up with those that are printed at the same time', async () => {
    const names = ['one', 'two', 'three', 'four', 'five'];
    const texts = await Promise.all(
      names.map(async (name) => (await readPdf((await print(page(`<p>${name}</p>`))).bytes)).text),
    );
    expect(texts.map((text) => text.trim())).toEqual(names);
  });
});

describe('what does not fit', () => {
  const word = 'unbreakable'.repeat(20);

  it('is nothing in a page of ordinary text, hanging numbers and hidden labels included', async () => {
    const { overflowing } = await print(
      page(
        `<ol><li>One.</li></ol>${table}<p>${'word '.repeat(300)}<span class="hidden">for readers</span></p>`,
        `ol { padding: 0 } li::marker { content: "00 " }
         .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }`,
      ),
    );
    expect(overflowing).toEqual([]);
  });

  it('is named when a word is longer than the column', async () => {
    const { overflowing } = await print(page(`<section><p>Before ${word}</p></section>`));
    expect(overflowing).toHaveLength(1);
    expect(overflowing[0]).toMatch(/^p "Before unbreakable.*…" \(\d+ px too wide\)$/);
  });

  it('is named when a table is wider than the page', async () => {
    const cells = Array.from({ length: 40 }, (_, column) => `<td>column${column}</td>`).join('');
    const { overflowing } = await print(page(`<table><tr>${cells}</tr></table>`));
    expect(overflowing).toContainEqual(expect.stringMatching(/^td "column/));
  });

  it('is named when a box cuts it off', async () => {
    const { overflowing } = await print(
      page(`<div style="width: 100px; overflow: hidden">${word}</div>`),
    );
    expect(overflowing).toEqual([expect.stringMatching(/^div "unbreakable/)]);
  });

  it('is named when a drawing cuts its label off', async () => {
    const { overflowing } = await print(
      page('<svg width="100" height="20"><text x="80" y="15">a long label</text></svg>'),
    );
    expect(overflowing).toEqual([expect.stringMatching(/^text "a long label"/)]);
  });

  it('is named on the left where text runs to the left', async () => {
    const { overflowing } = await print(page(`<p dir="rtl">${'كلمة'.repeat(60)}</p>`));
    expect(overflowing).toEqual([expect.stringMatching(/^p "/)]);
  });

  it('is measured under print media', async () => {
    const css = '@media print { pre { white-space: pre-wrap; overflow-wrap: anywhere } }';
    expect((await print(page(`<pre>${word}</pre>`, css))).overflowing).toEqual([]);
  });

  it('is measured against the page that the element stands on', async () => {
    const css = '@page wide { size: A4 landscape } .wide { page: wide } .box { width: 800px }';
    const box = '<p class="box">A box.</p>';
    const { overflowing } = await print(
      page(`${box}<div class="wide">${box.replace('A box', 'A wide box')}</div>`, css),
    );
    expect(overflowing).toEqual([expect.stringMatching(/^p "A box\."/)]);
  });
});

describe('a browser', () => {
  it('says what it is', () => {
    expect(printer.browser.version).toMatch(/^Chrome\/\d+\./);
    expect(printer.browser.isSandboxed).toBe(process.getuid?.() !== 0);
  });

  it.runIf(process.platform === 'linux')('is spawned before anything is waited for', async () => {
    const before = browserGroups().length;
    const ready = createPrinter();
    expect(browserGroups()).toHaveLength(before + 1);
    (await ready).close();
  });

  it('can be described without printing', async () => {
    expect(await describeBrowser()).toEqual(printer.browser);
  });

  it.runIf(process.platform === 'linux')(
    'is started without unsafe flags and, when bundled, without what the user’s variables say',
    async () => {
      process.env.BRIEF_TEST_SECRET = 'a-secret-of-the-user';
      const own = await createPrinter();
      delete process.env.BRIEF_TEST_SECRET;
      try {
        const running = processesOf(browserGroups());
        expect(running.length).toBeGreaterThan(1);
        for (const { id, command } of running) {
          expect(command).not.toMatch(/disable-web-security|single-process|insecure-content/);
          if (own.browser.origin !== 'bundled') continue;
          expect(readFileSync(`/proc/${id}/environ`, 'latin1')).not.toContain('a-secret');
        }
      } finally {
        own.close();
      }
    },
  );

  it('frees the memory of a tab now and then, and gets a new one after 100 documents', async () => {
    const tidied = new Map<Tab, number>();
    await withBrowser({ ...allDefences, isDisconnected: true }, async (browser) => {
      for (let count = 1; count <= 101; count += 1) {
        await browser.withTab(async (tab) => {
          if (!tidied.has(tab)) {
            tidied.set(tab, 0);
            const tidy = tab.tidy.bind(tab);
            tab.tidy = async () => {
              tidied.set(tab, (tidied.get(tab) ?? 0) + 1);
              await tidy();
            };
          }
          await tab.print('<!DOCTYPE html><p>One.</p>');
        });
      }
    });
    expect([...tidied.values()]).toEqual([12, 0]);
  }, 60_000);
});
