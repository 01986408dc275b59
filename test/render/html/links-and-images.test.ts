import { expect, test } from 'vitest';
import { pageOf, textOf } from './fixture/page-view.ts';

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java&#9;script:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'vbscript:x',
  '//host/path',
  '../secret',
])('a link to %s keeps its words and loses its target', (target) => {
  for (const source of [`[words](<${target}>)`, `[words][1]\n\n[1]: <${target}>`]) {
    const page = pageOf(source);
    expect(page.codes).toEqual(['link-target-refused']);
    expect(textOf(page.one('main'))).toBe('words');
    expect(page.html).not.toContain('alert(1)');
  }
});

test.each(['https://example.org/a?b=c&d=e', 'http://example.org/', 'mailto:desk@example.org'])(
  'a link to %s is a link',
  (target) => {
    const page = pageOf(`[words](${target} "Title")`);
    expect(page.codes).toEqual([]);
    const link = page.all('a').find((one) => textOf(one) === 'words');
    expect(link?.properties).toEqual({ href: target, title: 'Title' });
  },
);

test('a link to an anchor that is not there is reported, and becomes text', () => {
  const page = pageOf('## Here\n\n[good](#here) and [bad](#there)');
  expect(page.codes).toEqual(['anchor-missing']);
  expect(page.html).toContain('<a href="#here">good</a> and <a>bad</a>');
});

test('an anchor in another script is found, percent-encoded or not', () => {
  expect(pageOf('## Überblick\n\n[one](#überblick) [two](#%C3%BCberblick)').codes).toEqual([]);
});

test('two things with one anchor are reported', () => {
  const page = pageOf(':::gaps{#a}\nText.\n:::\n\n:::gaps{#a}\nText.\n:::');
  expect(page.codes).toEqual(['anchor-duplicate']);
});

test('an image from elsewhere is refused, its alternative text printed', () => {
  for (const address of ['https://example.org/a.png', 'a.png', 'data:text/html,x']) {
    const page = pageOf(`![What it shows](${address})`);
    expect(page.codes).toEqual(['image-not-embedded']);
    expect(page.all('img')).toEqual([]);
    expect(textOf(page.one('main'))).toBe('What it shows');
  }
});

test('an image inside the file is shown', () => {
  const data = 'data:image/png;base64,iVBORw0KGgo=';
  for (const source of [`![Alt](${data})`, `![Alt][1]\n\n[1]: ${data}`]) {
    const page = pageOf(source);
    expect(page.codes).toEqual([]);
    expect(page.one('img').properties).toEqual({ src: data, alt: 'Alt' });
  }
});

test('raw HTML is printed as the text it is', () => {
  const page = pageOf('Before <b onclick="x()">bold</b>.\n\n<script>alert(1)</script>\n\n<iframe>');
  expect(page.all('b')).toEqual([]);
  expect(page.all('script')).toHaveLength(1);
  expect(page.all('iframe')).toEqual([]);
  expect(textOf(page.one('main'))).toContain('<script>alert(1)</script>');
});
