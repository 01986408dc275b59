import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditHtml, type PageViewer } from '../../../src/audit/html.ts';
import { type ClosablePrinter, createPrinter } from '../../../src/host/browser/printer.ts';

let printer: ClosablePrinter;
let viewer: PageViewer;

beforeAll(async () => {
  printer = await createPrinter();
  const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  viewer = { examine: (job) => printer.examine(job), axe: await readFile(path, 'utf8') };
});
afterAll(() => printer.close());

const good = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>A brief</title>
<style>body { font: 16px sans-serif } img { width: 40px } td, th { padding: 4px }
@media (prefers-color-scheme: dark) { body { background: #000; color: #fff } a { color: #9cf } }
</style></head><body><main>
<h1 id="top">A brief</h1>
<p>Words, and <a href="#part">a link to a part</a>.</p>
<h2 id="part">A part</h2>
<h3>A part of it</h3>
<p lang="fr">Des mots.</p>
<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="A point"></p>
<table><thead><tr><th scope="col">Month</th><th scope="col">Posts</th></tr></thead>
<tbody><tr><td>May</td><td>12</td></tr></tbody></table>
<script type="application/ld+json">{"name": "A brief"}</script>
</main></body></html>`;

/** Names of the checks that a page fails. */
async function failures(html: string, shownBy: PageViewer = viewer): Promise<string[]> {
  const { value } = await auditHtml(new TextEncoder().encode(html), shownBy);
  return value.checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
}

/** The good page with a piece replaced, which must be there. */
function changed(from: string, to: string): string {
  if (!good.includes(from)) throw new Error(`the good page has no ${from}`);
  return good.replace(from, to);
}

describe('auditHtml', () => {
  it('finds nothing wrong with a good page, and says which checks ran', async () => {
    const { value, diagnostics } = await auditHtml(new TextEncoder().encode(good), viewer);
    expect(diagnostics).toEqual([]);
    const names = value.checks.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('axe/color-contrast');
    expect(value.checks.every(({ source }) => /\d|own rule/.test(source))).toBe(true);
    expect(value.checks.filter(({ outcome }) => outcome === 'not-run')).toEqual([]);
  });

  it('says what it did not look at where there is no browser', async () => {
    const { value, diagnostics } = await auditHtml(new TextEncoder().encode(good), {
      missing: 'there is no browser',
    });
    expect(diagnostics).toEqual([]);
    const unrun = value.checks.filter(({ outcome }) => outcome === 'not-run');
    expect(unrun.map(({ name, reason }) => [name, reason])).toEqual([
      ['html-too-wide', 'there is no browser'],
      ['axe', 'there is no browser'],
    ]);
  });

  it.each([
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x3c, 0x00)],
    ['text without tags', new TextEncoder().encode('Only words.')],
  ])('reports %s', async (_, bytes) => {
    const { diagnostics } = await auditHtml(bytes, viewer);
    expect(diagnostics.map(({ code }) => code)).toEqual(['html-unreadable']);
  });

  it('shows a page without running its scripts or asking the network', async () => {
    const evil = changed(
      '</main>',
      '<img src="https://example.org/x.png" alt="" onerror="document.title = \'\'"></main>',
    );
    expect(await failures(evil)).toEqual(['html-script-present', 'html-not-self-contained']);
  });
});

describe('a broken page fails for what is broken in it, and for nothing else', () => {
  const faults: readonly (readonly [what: string, name: string, html: string])[] = [
    ['no language', 'html-language-missing', changed(' lang="en-GB"', '')],
    ['no real language', 'html-language-malformed', changed('lang="fr"', 'lang="french-ish"')],
    ['no title', 'html-title-missing', changed('<title>A brief</title>', '')],
    [
      'two main headings',
      'html-main-heading',
      changed('<h2 id="part">A part</h2>', '<h1 id="part">A part</h1><h2>Between</h2>'),
    ],
    [
      'a heading skipped',
      'html-heading-skipped',
      changed('<h3>A part of it</h3>', '<h4>A part of it</h4>'),
    ],
    ['a picture without words', 'html-image-alt-missing', changed(' alt="A point"', '')],
    [
      'a table without heads',
      'html-table-headless',
      changed(
        '<th scope="col">Month</th><th scope="col">Posts</th>',
        '<td>Month</td><td>Posts</td>',
      ),
    ],
    ['a link to nowhere', 'html-anchor-dangling', changed('href="#part"', 'href="#parts"')],
    ['an id twice', 'html-id-doubled', changed('<h3>', '<h3 id="top">')],
    ['a script', 'html-script-present', changed('</main>', '<script>1</script></main>')],
    ['a handler', 'html-script-present', changed('<h3>', '<h3 onmouseover="x()">')],
    [
      'an address that runs',
      'html-script-present',
      changed('href="#part"', 'href=" JavaScript:x()"'),
    ],
    [
      'a font from elsewhere',
      'html-not-self-contained',
      changed(
        '</style>',
        '@font-face { font-family: x; src: url(https://example.org/x.woff2) }</style>',
      ),
    ],
    [
      'a style sheet from elsewhere',
      'html-not-self-contained',
      changed('</style>', '</style><link rel="stylesheet" href="style.css">'),
    ],
    [
      'grey on white',
      'axe/color-contrast',
      changed('font: 16px sans-serif', 'font: 16px sans-serif; color: #aaa'),
    ],
    ['dark on dark', 'axe/color-contrast', changed('color: #fff', 'color: #333')],
    ['a link without words', 'axe/link-name', changed('>a link to a part<', '><')],
    [
      'something wider than a telephone',
      'html-too-wide',
      changed('<h3>', '<div style="width: 700px">Wide</div><h3>'),
    ],
  ];

  it.each(faults)('%s: %s', async (_, name, html) => {
    expect(await failures(html)).toEqual([name]);
  });
});
