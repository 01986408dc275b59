import { describe, expect, it } from 'vitest';
import { framedPage } from '../../../src/host/browser/page-frame.ts';
import { allDefences } from '../../../src/host/browser/tab.ts';
import { withBrowser } from './lone-browser.ts';
import { readPdf } from './read-pdf.ts';

interface Brief {
  readonly title: string;
  readonly body: string;
  readonly lang?: string;
  readonly dir?: string;
  readonly className?: string;
  readonly running?: string;
}

const page = ({ title, body, lang = 'en', dir = 'ltr', className = 'final', running }: Brief) =>
  `<!DOCTYPE html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<style>
@page { size: A4; margin: 20mm; @top-left { content: var(--running) } }
.draft h1 { letter-spacing: 4px }
</style>
<style>
:root { --running: "${running ?? title}" }
</style>
</head>
<body class="${className}">
${body}
</body>
</html>
`;

const dot =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const briefs: readonly Brief[] = [
  { title: 'One', body: '<h1>One</h1><p>First.</p>' },
  { title: 'R &amp; D &lt;two&gt;', body: '<h1>Two</h1><p>Second &amp; last, 5 &lt; 6.</p>' },
  { title: 'Trois', lang: 'fr', body: '<h1>Trois</h1><p>« Troisième »\u2028</p>' },
  { title: 'Drafted', className: 'draft', body: '<h1>Drafted</h1><p>Spaced.</p>' },
  { title: 'Pictured', body: `<h1>Dot</h1><img alt="A dot" width="90" src="${dot}">` },
  { title: 'Turned', dir: 'rtl', lang: 'ar', body: '<h1>أربعة</h1><p>نص</p>' },
  {
    title: 'Tabled',
    body: '<h1>Table</h1><table><thead><tr><th>Year</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
  },
];

function withoutDates(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/\/(CreationDate|ModDate) \(D:[^)]*\)/g, '');
}

/** Prints pages one after the other in one tab, without the printer's second attempts. */
async function printInTurn(pages: readonly string[]) {
  return withBrowser({ ...allDefences, isDisconnected: true }, (browser) =>
    browser.withTab(async (tab) => {
      let loads = 0;
      tab.session.on('Page.loadEventFired', () => {
        loads += 1;
      });
      const prints: Uint8Array[] = [];
      for (const html of pages) prints.push((await tab.print(html)).bytes);
      return { prints, loads };
    }),
  );
}

describe('a page in the frame of another', () => {
  it('is told by its frame, whatever its words, language and classes', () => {
    const frames = new Set(briefs.map((brief) => framedPage(page(brief))?.frame));
    expect(frames.size).toBe(1);
    expect([...frames][0]).toBeTypeOf('string');
  });

  it('prints the same bytes as in a browser that has shown nothing yet', async () => {
    const pages = [...briefs, ...briefs.toReversed()].map(page);
    const { prints, loads } = await printInTurn(pages);
    expect(loads).toBe(1);
    for (const [index, html] of pages.slice(0, briefs.length).entries()) {
      const alone = await printInTurn([html]);
      const [first] = alone.prints.map(withoutDates);
      for (const at of [index, pages.length - 1 - index]) {
        expect(prints[at] && withoutDates(prints[at]), briefs[index]?.title).toBe(first);
      }
    }
  });

  it('leaves nothing of the page before it', async () => {
    const last = page({ title: 'Last', body: '<p>Alone.</p>' });
    const { prints } = await printInTurn([...briefs.map(page), last]);
    const pdf = await readPdf(prints.at(-1) ?? new Uint8Array());
    expect(pdf.info).toMatchObject({ Title: 'Last', Language: 'en' });
    expect(pdf.text.replaceAll(/\s+/g, ' ').trim()).toBe('Last Alone.');
  });

  it.each([
    ['a script', page({ title: 'A', body: '<p>1</p><script>1</script>' })],
    ['a frame', page({ title: 'A', body: '<iframe srcdoc="x"></iframe>' })],
    ['a picture from a style', page({ title: 'A', body: '<p style="background:url(x)">1</p>' })],
    ['a drawing that embeds a picture', page({ title: 'A', body: '<svg><image href="x"/></svg>' })],
    [
      'one style sheet alone',
      '<!DOCTYPE html><html><head><title>A</title><style></style></head><body></body></html>',
    ],
    ['no head', '<!DOCTYPE html><p>One.</p>'],
  ])('is loaded as a whole with %s', (_, html) => {
    expect(framedPage(html)).toBeUndefined();
  });

  it('has a frame of its own where the sheets differ', () => {
    const plain = page({ title: 'A', body: '' });
    const other = plain.replace('4px', '5px');
    expect(framedPage(other)?.frame).not.toBe(framedPage(plain)?.frame);
  });
});
