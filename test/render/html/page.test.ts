import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { renderHtml } from '../../../src/render/html.ts';
import { composeFixture } from './fixture/compose.ts';
import { pageOf, select, textOf } from './fixture/page-view.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:a11y'],
});

test.each(['brief', 'parts'])('%s is valid in the eyes of html-validate', async (fixture) => {
  for (const purpose of ['file', 'print'] as const) {
    const report = await validator.validateString(pageOf({ fixture }, {}, { purpose }).html);
    const offences = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
    );
    expect(offences).toEqual([]);
  }
});

test('the same brief gives the same bytes', () => {
  const first = renderHtml(composeFixture('brief')).value;
  const second = renderHtml(composeFixture('brief')).value;
  expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
  expect(first).toMatchObject({ format: 'html', name: 'a-lull-is-not-a-defeat.html' });
});

test('says nothing about a brief that is in order', () => {
  expect(pageOf({ fixture: 'brief' }).codes).toEqual([]);
});

test('a page runs nothing and fetches nothing', () => {
  const page = pageOf({ fixture: 'brief' });
  expect(page.all('script').map(({ properties }) => properties.type)).toEqual([
    'application/ld+json',
  ]);
  const policy = page
    .all('meta')
    .find(({ properties }) => String(properties.httpEquiv) === 'Content-Security-Policy');
  expect(policy?.properties.content).toContain("default-src 'none'");
  expect(policy?.properties.content).not.toContain('script-src');
  expect(page.all('link')).toEqual([]);
  expect(page.all('iframe')).toEqual([]);
  const addresses = [...page.html.matchAll(/url\((?!data:)|@import|\ssrc="(?!data:)|\son\w+=/g)];
  expect(addresses).toEqual([]);
});

test('has the landmarks, a skip link and a list of its chapters', () => {
  const page = pageOf({ fixture: 'brief' });
  expect(page.one('html').properties).toMatchObject({ lang: 'en-GB', dir: 'ltr' });
  expect(page.all('h1')).toHaveLength(1);
  expect(page.one('main').properties.id).toBe('content');
  expect(page.one('a.skip-link').properties.href).toBe('#content');
  expect(textOf(page.one('header.banner'))).toContain('Northgate Policy Desk');
  expect(textOf(page.one('footer.closing'))).toContain('invented office');
  const chapters = select(page.one('nav.contents'), 'a').map(textOf);
  expect(chapters.slice(0, 3)).toEqual([
    'Strategic takeaways',
    'What the crackdown changed',
    'Five lessons in hiding',
  ]);
  expect(chapters).toContain('Notes');
});

test('a trend stands in the list of chapters with its ordinal', () => {
  const page = pageOf(
    '## One\n\n## Two\n\n:::trend\n## :number[Trend one] Small spaces\n\nText.\n:::',
  );
  expect(pageOf('## One\n\n## Two').all('nav')).toEqual([]);
  expect(textOf(page.one('nav.contents'))).toContain('Trend one: Small spaces');
});

test('prints the marking once in the banner and once at the end', () => {
  const page = pageOf({ fixture: 'brief' }, { meta: { marking: 'TLP:AMBER+STRICT' } });
  for (const selector of ['header.banner', 'footer.closing']) {
    const labels = select(page.one(selector), 'strong.marking');
    expect(labels.map(textOf)).toEqual(['TLP:AMBER+STRICT']);
    expect(labels[0]?.properties.translate).toBe('no');
  }
  expect(page.html).toContain('--marking-label: "TLP:AMBER+STRICT";');
  expect(page.html).toContain('--marking-ink: #FFC000;');
});

test('the page for our printer has what a printer needs and no more', () => {
  const page = pageOf({ fixture: 'brief' }, {}, { purpose: 'print' });
  expect(page.all('script')).toEqual([]);
  expect(page.all('nav')).toEqual([]);
  expect(page.all('details')).toEqual([]);
  expect(page.all('figure')).toEqual([]);
  expect(page.all('a.anchor')).toEqual([]);
});

test('the title of a page may not leave it', () => {
  const hostile = '</title></style></script><script>alert(1)</script>"\'{{x}}';
  const page = pageOf('Text.', {
    meta: {
      title: hostile,
      shortTitle: hostile,
      subtitle: hostile,
      description: hostile,
      id: 'x',
      lang: '"><script>alert(1)</script>',
      template: '"><script>alert(1)</script>',
      issuedText: hostile,
      edition: hostile,
      issued: hostile,
      updated: hostile,
      licence: hostile,
      keywords: [hostile],
      publisher: { name: hostile, url: hostile, sample: hostile },
      authors: [{ name: hostile, affiliations: [hostile], isOrganisation: false }],
      references: [{ id: 'a', title: hostile }],
      labels: { contents: hostile, skipToContent: hostile, pageOf: `${hostile} {page}` },
    },
  });
  expect(page.all('script')).toHaveLength(1);
  expect(page.all('style')).toHaveLength(1);
  expect(textOf(page.one('title'))).toContain(hostile);
  expect(page.meta('description')).toEqual([hostile]);
  const [report] = page.one('script').children;
  const stated = JSON.parse(report?.type === 'text' ? report.value : '') as { name: string };
  expect(stated.name).toBe(hostile);
});

test('a page template that asks for what is not there is reported with its path', () => {
  const text = '<p>{{title}}</p>\n{{nothing}}';
  const page = pageOf('Text.', { look: { page: { path: 'templates/x/page.html.hbs', text } } });
  expect(page.codes).toEqual(['page-template-broken']);
});
