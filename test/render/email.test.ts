/** A brief as a mail, opened again by a library that reads mail for a living. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { createRasterizer } from '../../src/host/rasterizer.ts';
import { buildBriefs } from '../../src/index.ts';
import type { Composed } from '../../src/model/document.ts';
import { renderEmail } from '../../src/render/email.ts';
import { briefProject, buildOne, minimal, publisher } from '../support/project.ts';
import { type Changes, composeText } from './html/fixture/compose.ts';

const sender = { ...publisher, email: 'desk@office.example' };

async function mailOf(document: Composed) {
  const { value, diagnostics } = await renderEmail(document);
  if (value === undefined) throw new Error('no mail');
  const raw = new TextDecoder().decode(value.bytes);
  const mail = await PostalMime.parse(value.bytes);
  return { raw, mail, html: mail.html ?? '', text: mail.text ?? '', diagnostics, name: value.name };
}

const compose = (text: string, changes: Changes = {}) => mailOf(composeText(text, changes));
const codesOf = ({ diagnostics }: { diagnostics: readonly { code: string }[] }) =>
  diagnostics.map(({ code }) => code);

/** A red dot, one pixel large. */
const png =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

describe('a mail', () => {
  it('has its words twice, as HTML and as plain text, and headers that follow from the brief', async () => {
    const { mail, raw, html, text } = await compose('Words – and “more”.');
    expect(mail.subject).toBe('A lull is not a defeat: what follows the Al-Azaim takedowns');
    expect(mail.date).toBe('2026-09-14T00:00:00.000Z');
    expect(mail.messageId).toMatch(/^<a-lull-is-not-a-defeat\.[0-9a-f]{32}@northgate\.example>$/);
    expect(html).toContain('Words – and “more”.');
    expect(text).toContain('Words – and “more”.');
    const names = mail.headers.map(({ key }) => key);
    expect(names).toContain('x-tlp');
    expect(names).not.toContain('list-unsubscribe');
    expect(names).not.toContain('x-mailer');
    expect(raw).toContain('multipart/alternative');
  });

  it('names the columns of a table in plain text with the colon of its language', async () => {
    const table = '| Mois | Messages |\n| --- | --- |\n| mai | 3 |';
    const { text } = await compose(table, { meta: { lang: 'fr', labels: { colon: '\u00A0:' } } });
    expect(text).toContain('Mois\u00A0: mai · Messages\u00A0: 3');
  });

  it('is plain ASCII in lines that every server carries', async () => {
    const { raw } = await compose(`${'длинный '.repeat(400)}\n\n${'x'.repeat(3000)}`, {
      meta: { title: 'Длинное название, которое не помещается в одну строку заголовка письма' },
    });
    expect(raw).toMatch(/^[\t\r\n -~]*$/);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...raw.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(998);
    expect(raw).toMatch(/^Subject: =\?UTF-8\?[BQ]\?/m);
  });

  it('is the same twice, and another one when a word changes', async () => {
    const [one, same, other] = await Promise.all(['A.', 'A.', 'B.'].map((text) => compose(text)));
    expect(one?.raw).toBe(same?.raw);
    expect(one?.mail.messageId).not.toBe(other?.mail.messageId);
  });

  it('comes from the public address of the office, or says that there is none', async () => {
    const { built } = await buildOne(briefProject({}, { publisher: sender }), {
      formats: ['email'],
    });
    const mail = await PostalMime.parse(built?.artifacts[0]?.bytes ?? '');
    expect(mail.from).toMatchObject({ address: 'desk@office.example', name: 'Office' });
    expect(codesOf(await compose('Words.'))).toEqual(['mail-sender-missing']);
  });

  it('carries its label in subject, header, head and foot, in both texts', async () => {
    const { mail, html, text } = await compose('Words.', { meta: { marking: 'TLP:AMBER' } });
    expect(mail.subject).toMatch(/^\[TLP:AMBER\] /);
    expect(mail.headers.find(({ key }) => key === 'x-tlp')?.value).toBe('TLP:AMBER');
    expect(text.trim().split('\n').at(0)).toBe('TLP:AMBER');
    expect(text.trim().split('\n').at(-1)).toBe('TLP:AMBER');
    const labels = [...html.matchAll(/<strong[^>]*>TLP:AMBER<\/strong>/g)];
    expect(labels).toHaveLength(2);
    for (const [label] of labels) expect(label).toContain('background-color: #000000');
    for (const [label] of labels) expect(label).toContain('color: #FFC000');
    expect((await compose('Words.')).mail.subject).not.toContain('TLP');
  });

  it('fetches nothing, runs nothing and leads nowhere inside itself', async () => {
    const { html } = await compose(
      `Words[^1] and [a link](https://example.org) and [a place](#note-1).\n\n![A dot](${png})\n\n[^1]: A note.`,
    );
    expect(html).not.toMatch(/<(?:script|link|iframe|object|form|svg)\b|@import|@font-face|url\(/i);
    expect([...html.matchAll(/\bsrc="([^"]*)"/g)].map(([, src]) => src?.slice(0, 4))).toEqual([
      'cid:',
    ]);
    const targets = [...html.matchAll(/\bhref="([^"]*)"/g)].map(([, href]) => href);
    expect(targets).toEqual(['https://example.org']);
    expect(html).not.toMatch(/\sid="/);
  });

  it('numbers its notes the same in both texts', async () => {
    const { html, text } = await compose('One[^b] and two[^a].\n\n[^a]: Second.\n\n[^b]: First.');
    expect(text).toContain('One[1] and two[2].');
    expect(text).toMatch(/^\[1\] First\.$/m);
    expect(html).toMatch(/One<sup[^>]*>1<\/sup>/);
  });
});

describe('pictures in a mail', () => {
  it('are enclosed once, whatever they are called', async () => {
    const { mail, html } = await compose(`![A dot](${png})\n\nWords ![The same](${png})`);
    expect(mail.attachments).toHaveLength(1);
    expect(mail.attachments[0]?.mimeType).toBe('image/png');
    const cid = mail.attachments[0]?.contentId?.slice(1, -1);
    expect([...html.matchAll(/cid:([^"]+)/g)].map(([, name]) => name)).toEqual([cid, cid]);
    expect(html).toContain('alt="A dot"');
  });

  it('give way to the table of their data where mail programs would show nothing', async () => {
    const figures = {
      'fig-counts': {
        title: 'Counts',
        alt: 'Bars of 3 and 5.',
        kind: 'bar',
        x: 'what',
        y: 'count',
        data: [
          { what: 'Posts', count: 3 },
          { what: 'Channels', count: 5 },
        ],
      },
    };
    const host = briefProject(
      { figures: ['fig-counts'] },
      { ...minimal, publisher: sender, figures },
    );
    const { built } = await buildOne(host, { formats: ['email'] });
    const { html = '', text = '' } = await PostalMime.parse(built?.artifacts[0]?.bytes ?? '');
    expect(html).toMatch(/<th[^>]*>Posts<\/th><td[^>]*>3<\/td>/);
    expect(html).not.toContain('<svg');
    expect(text).toContain('Channels');
  });
});

it('encloses a chart as pixels, described in full, and keeps its table in the plain text', async () => {
  const figures = {
    'fig-counts': {
      title: 'Counts',
      alt: 'Bars of 3 and 5.',
      longDescription: 'The second is longer.',
      kind: 'bar',
      x: 'what',
      y: 'count',
      data: [
        { what: 'Posts', count: 3 },
        { what: 'Channels', count: 5 },
      ],
    },
  };
  const mails = [0, 1].map(async () => {
    const host = briefProject(
      { figures: ['fig-counts'] },
      { ...minimal, publisher: sender, figures },
    );
    const { built } = await buildOne(
      { ...host, rasterizer: createRasterizer },
      { formats: ['email'] },
    );
    return built?.artifacts[0]?.bytes ?? new Uint8Array();
  });
  const [bytes, again] = await Promise.all(mails);
  expect(bytes).toEqual(again);
  const { html = '', text = '', attachments } = await PostalMime.parse(bytes ?? '');
  expect(attachments.map(({ mimeType }) => mimeType)).toEqual(['image/png']);
  expect(html).toMatch(/<img [^>]*alt="Bars of 3 and 5. The second is longer."/);
  expect(html).toMatch(/<img [^>]*width="\d{3}"/);
  expect(html).not.toContain('>Posts</th>');
  expect(text).toContain('Posts');
});

it('encloses a drawn logo as pixels, three for each that is shown', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path fill="#7d2027" d="M0 0h40v10z"/></svg>';
  const office = { ...sender, logo: 'data/img/logo.svg', logoAlt: 'A lighthouse' };
  const host = briefProject({}, { publisher: office }, { files: { 'data/img/logo.svg': svg } });
  const mail = async (lent: typeof host) => {
    const { built } = await buildOne(lent, { formats: ['email'] });
    return PostalMime.parse(built?.artifacts[0]?.bytes ?? '');
  };
  const { html, attachments } = await mail({ ...host, rasterizer: createRasterizer });
  expect(html).toMatch(/<img [^>]*src="cid:[^"]+"[^>]*alt="A lighthouse"[^>]*height="28"/);
  const [picture] = attachments;
  expect(picture?.mimeType).toBe('image/png');
  const bytes = picture?.content instanceof ArrayBuffer ? picture.content : new ArrayBuffer(24);
  const header = new DataView(bytes);
  expect([header.getUint32(16), header.getUint32(20)]).toEqual([336, 84]);
  const { rasterizer: _, ...without } = host;
  expect((await mail(without)).html).not.toContain('<img');
});

describe('the look of a mail', () => {
  it('stands in the elements, without classes that nothing asks for', async () => {
    const { html } = await compose('# Title\n\nWords.', { look: { theme: { accent: '#7d2027' } } });
    const [head = '', body = ''] = html.split('</head>');
    expect(body).toMatch(/<p style="[^"]*color: #15191c/);
    expect(body).toContain('#7d2027');
    expect(html).not.toMatch(/var\(--|inline-start/);
    expect(body).not.toMatch(/class="[^"]*page-marking/);
    expect(head).toContain('@media (prefers-color-scheme: dark)');
    expect(head).not.toMatch(/^\s*td\.head/m);
  });

  it('runs from right to left with its language', async () => {
    const { html } = await compose('- واحد', { meta: { lang: 'ar', dir: 'rtl' } });
    expect(html).toMatch(/<ul[^>]*padding-right: 24px/);
    expect(html).toContain('text-align: right');
  });

  it('keeps every sample below what Gmail shows', async () => {
    const output = mkdtempSync(join(tmpdir(), 'briefwright-mail-'));
    try {
      const root = resolve(import.meta.dirname, '../..');
      const { briefs, problems } = await buildBriefs({ root, output, formats: ['email'] });
      expect(problems.filter(({ code }) => code.startsWith('mail-'))).toEqual([]);
      for (const { bytes } of briefs.flatMap(({ files }) => files)) {
        const { html = '' } = await PostalMime.parse(bytes);
        expect(html.length).toBeGreaterThan(1000);
        expect(new TextEncoder().encode(html).byteLength).toBeLessThan(102 * 1024);
      }
    } finally {
      rmSync(output, { recursive: true });
    }
  });
});
