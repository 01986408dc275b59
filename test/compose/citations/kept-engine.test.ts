/** What an engine that has printed other briefs prints is what a new one prints. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { CslEngine } from '../../../src/compose/citations/csl-engine.ts';
import { cslItem, engineItem, type Source } from '../../../src/compose/citations/csl-item.ts';
import {
  type CslElement,
  isXmlProblem,
  readCslXml,
} from '../../../src/compose/citations/csl-xml.ts';
import {
  type EngineCitation,
  type Printed,
  printCitations,
} from '../../../src/compose/citations/engine.ts';
import { localeFor } from '../../../src/compose/citations/locale.ts';
import { createPrintedTexts } from '../../../src/compose/citations/printed-texts.ts';
import type { CslItem } from '../../../src/model/document.ts';
import { fc } from '../../support/property.ts';
import { sources } from './sources.ts';

const lookAlikes: Readonly<Record<string, Source>> = {
  'smith-a': {
    type: 'report',
    title: 'First',
    author: [{ family: 'Smith', given: 'Ann' }],
    issued: '2020',
  },
  'smith-b': {
    type: 'report',
    title: 'Second',
    author: [{ family: 'Smith', given: 'Ann' }],
    issued: '2020',
  },
  'smith-c': {
    type: 'book',
    title: 'Third',
    author: [{ family: 'Smith', given: 'Bob' }],
    issued: '2020',
  },
  'case-a': { type: 'legal_case', title: 'One v. Two', issued: '2019', page: '4' },
};

const items = new Map<string, CslItem>(
  Object.entries<Source>({ ...sources, ...lookAlikes }).map(([id, source]) => [
    id,
    engineItem(cslItem(id, source)),
  ]),
);
const ids = [...items.keys()];

const layout = (
  attributes: string,
  citation: string,
  bibliography: string,
) => `<?xml version="1.0"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" ${attributes}>
<info><title>Test</title><id>x</id><updated>2025-01-01T00:00:00+00:00</updated></info>
<citation ${citation}</citation>
<bibliography ${bibliography}</bibliography>
</style>`;
const author =
  '<names variable="author"><name/><substitute><text variable="title"/></substitute></names>';

const styles: Readonly<Record<string, string>> = {
  notes: await readFile('standards/styles/briefwright-notes.csl', 'utf8'),
  'author-date': await readFile('standards/styles/briefwright-author-date.csl', 'utf8'),
  numbered: layout(
    'class="in-text"',
    'collapse="citation-number"><sort><key variable="citation-number"/></sort><layout prefix="[" suffix="]" delimiter=", "><text variable="citation-number"/></layout>',
    `><layout><text variable="citation-number" suffix=". "/>${author}<text variable="title" prefix=", "/></layout>`,
  ),
  'back to the first note': layout(
    'class="note"',
    `near-note-distance="2" disambiguate-add-names="true" disambiguate-add-givenname="true"><layout delimiter="; "><choose>
<if position="ibid-with-locator"><text value="Ibid."/><text variable="locator" prefix=", "/></if>
<else-if position="ibid"><text value="Ibid."/></else-if>
<else-if position="near-note"><text value="nearby"/></else-if>
<else-if position="subsequent">${author}<text variable="first-reference-note-number" prefix=", n. "/></else-if>
<else>${author}<text variable="title" prefix=", "/></else></choose></layout>`,
    `subsequent-author-substitute="———"><sort><key variable="author"/></sort><layout>${author}<text variable="title" prefix=", "/></layout>`,
  ),
  'authors in text, sorted': layout(
    'class="in-text"',
    `et-al-min="2" et-al-use-first="1" collapse="year"><sort><key variable="title" sort="descending"/></sort><layout prefix="(" suffix=")" delimiter="; ">${author}<date variable="issued" prefix=" "><date-part name="year"/></date></layout>`,
    `subsequent-author-substitute="———"><sort><key variable="issued"/><key variable="author" sort="descending"/></sort><layout>${author}<text variable="title" prefix=", "/></layout>`,
  ),
};

const citation = fc.record({
  items: fc.array(
    fc.record(
      {
        id: fc.constantFrom(...ids),
        locator: fc.constantFrom('3', '4–5', '12'),
        label: fc.constantFrom('page', 'paragraph'),
        prefix: fc.constantFrom('See ', 'cf. '),
        suffix: fc.constantFrom(', as it says', '; and more'),
        'suppress-author': fc.constant(true as const),
      },
      { requiredKeys: ['id'] },
    ),
    { minLength: 1, maxLength: 3 },
  ),
  note: fc.integer({ min: 1, max: 4 }),
});
const brief = fc.record({
  citations: fc.array(citation, { maxLength: 9 }),
  uncited: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 }),
});

describe.each(Object.entries(styles))('in the style %s', (_, xml) => {
  test.each(['en-GB', 'fr'])(
    'briefs in %s read the same, whatever was printed before',
    async (lang) => {
      const locale = await localeFor(lang, (path) => readFile(path, 'utf8'));
      const print = (style: CslElement, { citations, uncited }: BriefToPrint): Printed | string => {
        try {
          const cited = citations.flatMap((one) => one.items.map(({ id }) => id));
          const own = [...items].filter(([id]) => cited.includes(id) || uncited.includes(id));
          const options = { style, locale, lang, items: new Map(own) };
          return printCitations(options, inNotes(citations, xml), uncited);
        } catch (error) {
          return String(error);
        }
      };
      const kept = read(xml);
      fc.assert(
        fc.property(brief, (one) => {
          expect(print(kept, one)).toEqual(print(read(xml), one));
        }),
        { numRuns: 60 },
      );
    },
  );
});

test('a source whose data have changed is printed anew', async () => {
  const locale = await localeFor('en-GB', (path) => readFile(path, 'utf8'));
  const style = read(styles.notes ?? '');
  const titled = (title: string) =>
    new Map([['a', engineItem(cslItem('a', { type: 'book', title }))]]);
  const print = (title: string) =>
    printCitations(
      { style, locale, lang: 'en-GB', items: titled(title) },
      [{ items: [{ id: 'a' }], note: 1 }],
      [],
    );
  const [first, second] = [print('Before'), print('After')];
  expect(first.citations[0]).toContain('Before');
  expect(second.citations[0]).toContain('After');
  expect(second.entries[0]?.text).toContain('After');
});

test('no entry is lost when texts are forgotten while a bibliography is printed', () => {
  const entriesOf = (ids: readonly string[]) => texts.bibliographyOf(engineWith(ids));
  const { texts, engineWith } = forgetfulTexts();
  expect(entriesOf(['a'])).toEqual([{ id: 'a', text: 'entry a' }]);
  expect(entriesOf(['a', 'b', 'c']).map(({ text }) => text)).toEqual([
    'entry a',
    'entry b',
    'entry c',
  ]);
});

/** Texts of which one is kept, and engines as far as a bibliography needs them. */
function forgetfulTexts() {
  const asItems = new Map<string, CslItem>(['a', 'b', 'c'].map((id) => [id, { id }]));
  const itemOf = (id: string) => asItems.get(id) ?? { id };
  const texts = createPrintedTexts({ name: 'style', attrs: {}, children: [] }, itemOf, 1);
  const engineWith = (ids: readonly string[]) =>
    ({
      registry: {
        registry: Object.fromEntries(ids.map((id) => [id, { disambig: {}, seq: 1 }])),
        getSortedIds: () => ids,
      },
      bibliography: { opt: {} },
      opt: { parallel: {} },
      makeBibliography: ({ include }: { include: readonly { value: string }[] }) => [
        { entry_ids: include.map(({ value }) => [value]) },
        include.map(({ value }) => `entry ${value}`),
      ],
      // The rest of an engine is not asked for.
    }) as unknown as CslEngine;
  return { texts, engineWith };
}

interface BriefToPrint {
  readonly citations: readonly EngineCitation[];
  readonly uncited: readonly string[];
}

/** Notes in their order, one or more citations in each; none in running text. */
function inNotes(citations: readonly EngineCitation[], xml: string): readonly EngineCitation[] {
  let number = 0;
  return citations.map(({ items: cites, note }) => {
    number += note > 1 || number === 0 ? 1 : 0;
    return { items: cites, note: xml.includes('class="note"') ? number : 0 };
  });
}

/** A tree of its own, for which no engine has been kept. */
function read(xml: string): CslElement {
  const root = readCslXml(xml);
  if (isXmlProblem(root)) throw new Error(root.problem);
  return root;
}
