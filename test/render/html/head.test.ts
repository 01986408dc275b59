import { expect, test } from 'vitest';
import { type Marking, markings } from '../../../src/model/marking.ts';
import { pageOf } from './fixture/page-view.ts';

const restricted = markings.filter((marking) => marking !== 'TLP:CLEAR');

test('a public brief says who wrote what and when, in the ways that libraries read', () => {
  const page = pageOf({ fixture: 'brief' });
  expect(page.meta('author')).toEqual(['Abdul Basit', 'Benjamin Mok']);
  expect(page.meta('description')).toHaveLength(1);
  expect(page.meta('dcterms.issued')).toEqual(['2026-09-14']);
  expect(page.meta('dcterms.accessRights')).toEqual(['TLP:CLEAR']);
  expect(page.meta('citation_author')).toEqual(['Abdul Basit', 'Benjamin Mok']);
  expect(page.meta('citation_publication_date')).toEqual(['2026/09/14']);
  expect(page.meta('og:title')).toHaveLength(1);
  expect(page.meta('robots')).toEqual([]);
});

test('a public brief is a schema.org Report with nested affiliations', () => {
  const [block] = pageOf({ fixture: 'brief' }).one('script').children;
  const report: unknown = JSON.parse(block?.type === 'text' ? block.value : '');
  expect(report).toMatchObject({
    '@type': 'Report',
    inLanguage: 'en-GB',
    datePublished: '2026-09-14',
    author: [
      {
        '@type': 'Person',
        '@id': 'https://orcid.org/0000-0002-1825-0097',
        affiliation: {
          name: 'ICPVTR',
          parentOrganization: { name: 'S. Rajaratnam School of International Studies' },
        },
      },
      { name: 'Benjamin Mok' },
    ],
  });
});

test.each(restricted)('a brief marked %s invites nobody', (marking: Marking) => {
  const page = pageOf({ fixture: 'brief' }, { meta: { marking } });
  expect(page.meta('robots')[0]).toContain('noindex');
  expect(page.all('script')).toEqual([]);
  expect(page.html).not.toMatch(/(?:name|property)="(?:og:|article:|citation_|twitter:)/);
});

test('leaves out tags that would be empty', () => {
  const page = pageOf('Text.', { meta: { keywords: [], authors: [], description: '' } });
  expect(page.html).not.toContain('content=""');
});
