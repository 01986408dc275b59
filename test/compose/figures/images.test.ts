import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cleanSvg } from '../../../src/compose/images/clean-svg.ts';
import { inspectImage } from '../../../src/compose/images/inspect-image.ts';
import { printSvg } from '../../../src/compose/images/print-svg.ts';
import { briefProject, buildOne, errorsOf, publisher, textOf } from '../../support/project.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A PNG that says it is of a size; its one row of pixels is all there is. */
function png(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.alloc(width + 1))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

const inspect = (file: string, bytes: Uint8Array) => inspectImage(`data/img/${file}`, bytes, {});

describe('a picture', () => {
  it('is known by its bytes, not by its name', () => {
    const { value } = inspect('photo.jpg', png(20, 10));
    expect(value?.dataUrl).toMatch(/^data:image\/png;base64,/);
    expect([value?.widthPx, value?.heightPx]).toEqual([20, 10]);
  });

  it('that would fill the memory is refused before it is decoded', () => {
    const { value, diagnostics } = inspect('bomb.png', png(60_000, 60_000));
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['picture-too-large']);
  });

  it.each([
    ['text', bytesOf('no picture at all')],
    ['nothing', new Uint8Array()],
    ['a web page', bytesOf('<html><svg xmlns="http://www.w3.org/2000/svg"></svg></html>')],
    ['a broken PNG', png(3, 3).slice(0, 18)],
  ])('that is %s is refused', (_, bytes) => {
    const { value, diagnostics } = inspect('x.png', bytes);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['picture-unreadable']);
  });
});

describe('SVG', () => {
  const clean = (inside: string, root = '') => {
    const found = cleanSvg(
      `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${root}>${inside}</svg>`,
    );
    if (found === undefined) throw new Error('refused');
    return { text: printSvg(found.svg), removed: [...found.removed] };
  };

  it.each([
    ['a script', '<script>alert(1)</script>', 'scripts'],
    ['a script in CDATA', '<script><![CDATA[alert(1)]]></script>', 'scripts'],
    ['a handler', '<rect onclick="alert(1)" width="1"/>', 'scripts'],
    ['a handler in odd letters', '<rect oNcLiCk="alert(1)"/>', 'scripts'],
    [
      'HTML inside',
      '<foreignObject><iframe src="https://a.example"/></foreignObject>',
      'embedded files',
    ],
    ['a picture from elsewhere', '<image href="https://a.example/x.png"/>', 'embedded files'],
    ['a picture of its own', '<image href="data:image/png;base64,AAAA"/>', 'embedded files'],
    ['a link', '<a href="javascript:alert(1)"><path d="M0,0"/></a>', 'links'],
    ['a part of another file', '<use href="https://a.example/x.svg#y"/>', 'repeated parts'],
    ['a part by the old name', '<use xlink:href="other.svg#y"/>', 'repeated parts'],
    ['a fill from elsewhere', '<rect fill="url(https://a.example/x#y)"/>', 'links'],
    ['a style from elsewhere', '<style>@import "https://a.example/x.css";</style>', 'styles'],
    ['a picture in a style', '<style>rect{fill:url(//a.example/x)}</style>', 'styles'],
    ['an escape in a style', '<style>rect{fill:u\\72l(x)}</style>', 'styles'],
    ['an address in an attribute', '<rect style="fill: url(https://a.example)"/>', 'styles'],
    [
      'an animation that sets a link',
      '<a><animate attributeName="href" to="javascript:1"/></a>',
      'animations',
    ],
    [
      'a filter that fetches',
      '<filter id="f"><feImage href="https://a.example"/></filter>',
      'filters',
    ],
  ])('loses %s', (_, inside, kind) => {
    const { text, removed } = clean(inside);
    expect(removed).toContain(kind);
    expect(text).not.toMatch(
      /a\.example|alert|javascript|other\.svg|@import|<script|<image|<a[ >]|onclick/i,
    );
  });

  it('loses what stands on its root', () => {
    const { text, removed } = clean('<rect/>', 'onload="alert(1)" xmlns:x="https://a.example"');
    expect(removed).toEqual(['scripts']);
    expect(text).not.toContain('alert');
    expect(text).not.toContain('a.example');
  });

  it('keeps what draws', () => {
    const inside =
      '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>' +
      '<g transform="scale(2)" style="fill: url(#g); stroke: red"><path d="M0 0h9" stroke-linecap="round" stroke-dasharray="2 1"/></g>' +
      '<text x="1" y="2" font-family="Arial">A &amp; B &lt; C</text><use href="#g"/>';
    const { text, removed } = clean(inside, 'viewBox="0 0 10 10"');
    expect(removed).toEqual([]);
    for (const kept of [
      'viewBox="0 0 10 10"',
      '<linearGradient id="g">',
      'stop-color="#fff"',
      'style="fill: url(#g); stroke: red"',
      'stroke-linecap="round"',
      'stroke-dasharray="2 1"',
      'A &#x26; B &#x3C; C',
      '<use href="#g"',
    ]) {
      expect(text).toContain(kept);
    }
  });

  it('knows no entities, so that none can multiply', () => {
    const { svg } =
      cleanSvg(
        '<!DOCTYPE svg [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
      ) ?? {};
    expect(svg === undefined ? '' : printSvg(svg)).not.toContain('xxxxxxxxxx');
  });

  it('loses parts that show parts, which could multiply', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `<g id="l${level + 1}">${`<use href="#l${level}"/>`.repeat(10)}</g>`,
    );
    const { text, removed } = clean(`<g id="l0"><path d="M0,0h1"/></g>${levels.join('')}`);
    expect(removed).toContain('repeated parts');
    expect(text.match(/<use/g)?.length).toBe(10);
  });

  it.each([
    ['too deep', '<g>'.repeat(20_000)],
    ['too much', '<path d="M0,0"/>'.repeat(30_000)],
  ])('that is %s is refused', (_, inside) => {
    expect(cleanSvg(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`)).toBeUndefined();
  });
});

describe('pictures in a brief', () => {
  const logo =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>x()</script><path d="M0 0h9"/></svg>';
  const withPicture = async (path: string, files: Readonly<Record<string, Uint8Array>> = {}) => {
    const host = briefProject({ introduction: `Before ![A map](${path}) after.` });
    for (const [name, bytes] of Object.entries(files)) await host.project.write?.(name, bytes);
    return buildOne(host);
  };

  it('are inside the HTML, and beside the Markdown', async () => {
    const { built, diagnostics } = await withPicture('data/img/My%20map.PNG', {
      'data/img/My%20map.PNG': png(20, 10),
    });
    expect(errorsOf(diagnostics)).toEqual([]);
    expect(textOf(built, 'html')).toMatch(
      /<img src="data:image\/png;base64,[^"]+" alt="A map" width="20" height="10">/,
    );
    expect(textOf(built, 'md')).toContain('![A map](one.files/my-20map.png)');
    const markdown = built?.artifacts.find(({ format }) => format === 'md');
    expect(markdown?.parts?.[0]?.bytes).toEqual(png(20, 10));
  });

  it('are cleaned where they are SVG, and the author is told', async () => {
    const { built, diagnostics } = await withPicture('data/map.svg', {
      'data/map.svg': bytesOf(logo),
    });
    expect(diagnostics.map(({ code }) => code)).toContain('picture-cleaned');
    const [, data = ''] = /data:image\/svg\+xml;base64,([^"]+)/.exec(textOf(built, 'html')) ?? [];
    const shown = Buffer.from(data, 'base64').toString();
    expect(shown).toContain('M0 0h9');
    expect(shown).not.toContain('script');
  });

  it.each([
    '../secret.png',
    '/etc/passwd',
    'data/../../secret.png',
    'data/%2e%2e/%2e%2e/secret.png',
  ])('do not come from outside of the project: %s', async (path) => {
    const { built, diagnostics } = await withPicture(path);
    expect(['file-missing', 'file-unreadable']).toContain(errorsOf(diagnostics)[0]);
    const made = built?.artifacts.map(({ format, parts }) => [format, parts]);
    expect(made).toEqual([['md', undefined]]);
  });

  it('that an author typed as data are refused', async () => {
    const { built, diagnostics } = await withPicture('data:image/svg+xml;base64,PHN2Zy8+');
    expect(errorsOf(diagnostics).length).toBeGreaterThan(0);
    expect(built).toBeUndefined();
  });

  it('include the logo of the office', async () => {
    const host = briefProject({}, { publisher: { ...publisher, logo: 'data/logo.svg' } });
    await host.project.write?.('data/logo.svg', bytesOf(logo));
    const { built, diagnostics } = await buildOne(host);
    expect(diagnostics.map(({ code }) => code)).toContain('picture-cleaned');
    const { logo: shown } = built?.document.meta.publisher ?? {};
    const [, data = ''] = /base64,(.*)$/.exec(shown?.dataUrl ?? '') ?? [];
    expect(Buffer.from(data, 'base64').toString()).toContain('M0 0h9');
    expect(Buffer.from(data, 'base64').toString()).not.toContain('script');
  });
});
