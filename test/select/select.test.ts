/** What an audience may see: records, edges, parts and rows; and that nothing else is left. */

import { describe, expect, it } from 'vitest';
import { isCleared, type Marking, markings } from '../../src/model/marking.ts';
import { placeOf, placeWithin } from '../../src/model/place.ts';
import { fc } from '../support/property.ts';
import { selectOne, wordsOf } from './selection.ts';

const base = [
  'sources:',
  '  open: { type: report, title: Open source }',
  '  closed: { type: report, title: Closed source, marking: TLP:AMBER }',
  '',
].join('\n');

/** A brief with these lines, over these data. */
function project(data: string, brief: string): Record<string, string> {
  const head = 'template: strategic-takeaways\ntitle: A brief\nissued: 2026-01-05\n';
  const marks = 'marking: TLP:AMBER\nportions: TLP:CLEAR\n';
  return { 'data/a.yaml': base, 'data/b.yaml': data, 'data/briefs/one.yaml': head + marks + brief };
}

describe('records', () => {
  it('above the audience are dropped, with every edge to them', async () => {
    const data = [
      'findings:',
      '  told: { statement: Told., evidence: [{ source: open }, { source: closed }] }',
      '  hidden: { statement: Hidden., marking: TLP:GREEN, evidence: [{ source: open }] }',
      'takeaways:',
      '  one: { lead: One., findings: [told, hidden] }',
      '',
    ].join('\n');
    const { selected, shown } = await selectOne(project(data, 'takeaways: [one]\n'), 'TLP:CLEAR');
    expect(shown).toEqual([
      'publisher/publisher',
      'source/open',
      'finding/told',
      'takeaway/one',
      'brief/one',
    ]);
    expect(selected.records.takeaway.get('one')?.data.findings).toEqual(['told']);
    expect(selected.records.finding.get('told')?.data.evidence).toEqual([{ source: 'open' }]);
    expect(selected.withheldCount).toBe(2);
    expect(selected.marking).toBe('TLP:CLEAR');
  });

  it('without a label, where there is no default, count as the strictest', async () => {
    const files = {
      ...project('{}\n', 'takeaways: []\n'),
      'data/publisher.yaml': 'publisher: { name: Office, lang: en }\n',
    };
    const { shown } = await selectOne(files, 'TLP:AMBER+STRICT');
    expect(shown).toEqual(['publisher/publisher', 'source/closed', 'brief/one']);
  });

  it('that cannot stand without a withheld one go as well, however long the chain', async () => {
    const data = [
      'people:',
      '  doe: { name: { family: Doe }, marking: TLP:AMBER }',
      'quotes:',
      '  attributed: { text: Words., speaker: { name: Roe }, source: closed }',
      '  spoken: { text: Words., speaker: { person: doe }, source: open }',
      '  free: { text: Words., speaker: { label: observers }, source: open }',
      'events:',
      '  dated: { date: 2019, title: Dated, source: closed }',
      '',
    ].join('\n');
    const brief =
      'quotes: [attributed, spoken, free]\nevents: [dated]\nauthors: [doe]\nassesses: closed\n';
    const { selected, shown } = await selectOne(project(data, brief), 'TLP:CLEAR');
    expect(shown.filter((ref) => ref.startsWith('quote/'))).toEqual(['quote/free']);
    expect(selected.brief.data).toMatchObject({ quotes: ['free'], events: ['dated'], authors: [] });
    expect(selected.brief.data.assesses).toBeUndefined();
    // An event may do without its source, so it stays and the source is gone.
    expect(selected.records.event.get('dated')?.data.source).toBeUndefined();
  });

  it('never include other briefs', async () => {
    const files = {
      ...project('{}\n', 'takeaways: []\n'),
      'data/briefs/two.yaml':
        'template: voices\ntitle: Another\nissued: 2026-01-05\nmarking: TLP:CLEAR\n',
    };
    const { shown } = await selectOne(files, 'TLP:RED');
    expect(shown.filter((ref) => ref.startsWith('brief/'))).toEqual(['brief/one']);
  });
});

describe('parts', () => {
  it('of a record and of the brief are dropped at every level', async () => {
    const data = [
      'trends:',
      '  down:',
      '    title: Down',
      '    series:',
      '      - { date: 2023, text: First., marking: TLP:GREEN }',
      '      - { date: 2024, text: Second. }',
      'figures:',
      '  fig-a:',
      '    title: A',
      '    alt: A.',
      '    data: [{ a: 1, marking: TLP:RED }, { a: 2 }, { a: 3, marking: TLP:ORANGE }]',
      '',
    ].join('\n');
    const brief = [
      'trends: [down]',
      'figures: [fig-a]',
      'sections:',
      '  - { title: Closed, body: Closed., marking: TLP:GREEN }',
      '  - { title: Open, body: Open. }',
      'impacts: { lead: These., items: [One., Two.], marking: TLP:AMBER }',
      'takeaways:',
      '  - { lead: Hidden., findings: [], marking: TLP:AMBER }',
      '  - { lead: Shown., findings: [], note: For us alone. }',
      'note: For us alone.',
      '',
    ].join('\n');
    const { selected } = await selectOne(project(data, brief), 'TLP:CLEAR');
    expect(selected.records.trend.get('down')?.data.series).toEqual([
      { date: 2024, text: 'Second.' },
    ]);
    // A label that does not exist hides its row from everybody but the strictest audience.
    expect(selected.records.figure.get('fig-a')?.data.data).toEqual([{ a: 2 }]);
    expect(selected.brief.data.sections).toEqual([{ title: 'Open', body: 'Open.' }]);
    expect(selected.brief.data.impacts).toBeUndefined();
    expect(selected.brief.data.takeaways).toEqual([{ lead: 'Shown.', findings: [] }]);
    expect(selected.brief.data.note).toBeUndefined();
  });

  it('that are left still know where they stood', async () => {
    const brief = [
      'sections:',
      '  - { title: Closed, body: Closed., marking: TLP:GREEN }',
      '  - { title: Open, body: One two three. }',
      '',
    ].join('\n');
    const files = project('{}\n', brief);
    const { selected } = await selectOne(files, 'TLP:CLEAR');
    const text = files['data/briefs/one.yaml'] ?? '';
    const typed = (span: { start: number; end: number } | undefined) =>
      text.slice(span?.start, span?.end);
    expect(typed(placeOf(selected.brief, ['sections', 0, 'title']).span)).toBe('Open');
    expect(typed(placeWithin(selected.brief, ['sections', 0, 'body'], 4, 7).span)).toBe('two');
    expect(selected.brief.leaves.find(({ value }) => value === 'Open')?.path).toEqual([
      'sections',
      0,
      'title',
    ]);
  });

  it('are not mistaken for what stood before them', async () => {
    const data = [
      'findings:',
      '  f: { statement: F., marking: TLP:AMBER }',
      '  g: { statement: G. }',
      '',
    ].join('\n');
    const brief = [
      'takeaways:',
      '  - { lead: Dropped., findings: [f] }',
      '  - { lead: Kept., findings: [g, f, g] }',
      'keyFigures:',
      '  - { finding: f, label: Dropped }',
      '  - { finding: g, label: Kept }',
      '',
    ].join('\n');
    const files = project(data, brief);
    const { selected } = await selectOne(files, 'TLP:CLEAR');
    const text = files['data/briefs/one.yaml'] ?? '';
    const offsetOf = (path: (string | number)[]) => placeOf(selected.brief, path).span?.start;
    const list = text.indexOf('[g, f, g]');
    expect(offsetOf(['takeaways', 0, 'findings', 0])).toBe(list + 1);
    expect(offsetOf(['takeaways', 0, 'findings', 1])).toBe(list + 7);
    expect(offsetOf(['keyFigures', 0, 'label'])).toBe(text.lastIndexOf('Kept'));
  });

  it('and rows of a CSV file are dropped with their places, and the file with them', async () => {
    const data =
      'figures:\n  fig-a: { title: A, alt: A., data: data/a.csv }\n  fig-b: { title: B, alt: B., data: data/b.csv, marking: TLP:AMBER }\n';
    const files = {
      ...project(data, 'figures: [fig-a, fig-b]\n'),
      'data/a.csv': 'what,marking\nshown,\nhidden,TLP:GREEN\nlast,TLP:CLEAR\n',
      'data/b.csv': 'what\nsecret\n',
    };
    const { selected } = await selectOne(files, 'TLP:CLEAR');
    const table = selected.attachments.tables.get('data/a.csv');
    expect(table?.rows.map(({ what }) => what)).toEqual(['shown', 'last']);
    expect(table?.spans?.map(({ start }) => start)).toEqual([13, 37]);
    expect([...selected.attachments.tables.keys()]).toEqual(['data/a.csv']);
    expect([...selected.attachments.bytes.keys()]).toEqual([]);
    const all = await selectOne(files, 'TLP:AMBER');
    expect([...all.selected.attachments.bytes.keys()]).toEqual(['data/a.csv', 'data/b.csv']);
  });
});

describe('a takeaway that loses its last finding', () => {
  const data = [
    'findings:',
    '  hidden: { statement: Hidden., marking: TLP:AMBER, evidence: [{ source: open }] }',
    'takeaways:',
    '  stands: { lead: It stands., findings: [hidden] }',
    '  never-had: { lead: It never had one., findings: [] }',
    '',
  ].join('\n');
  const brief =
    'takeaways: [stands, never-had, { lead: Written here., findings: [hidden] }, { lead: Bare., findings: [] }]\n';

  it('is dropped and named, wherever it is written', async () => {
    const { selected, diagnostics } = await selectOne(project(data, brief), 'TLP:CLEAR');
    expect(selected.brief.data.takeaways).toEqual(['never-had', { lead: 'Bare.', findings: [] }]);
    expect(diagnostics.map(({ code, message }) => [code, message.slice(0, 32)])).toEqual([
      ['takeaway-dropped', 'the takeaway "stands" is left ou'],
      ['takeaway-dropped', 'the takeaway "one, takeaway 3" i'],
    ]);
  });

  it('is kept where the office wants it so', async () => {
    const files = {
      ...project(data, brief),
      'data/publisher.yaml':
        'publisher: { name: Office, lang: en, defaults: { marking: TLP:CLEAR, withoutEvidence: keep } }\n',
    };
    const { selected, diagnostics } = await selectOne(files, 'TLP:CLEAR');
    expect(selected.brief.data.takeaways).toHaveLength(4);
    expect(selected.records.takeaway.get('stands')?.data.findings).toEqual([]);
    expect(diagnostics).toEqual([]);
  });

  it('that no brief asks for is nobody’s business', async () => {
    const { diagnostics } = await selectOne(project(data, 'takeaways: [never-had]\n'), 'TLP:CLEAR');
    expect(diagnostics).toEqual([]);
  });

  it('is left out of a query by tag', async () => {
    const tagged = data.replaceAll('findings: [hidden] }', 'findings: [hidden], tags: [t] }');
    const both = tagged.replace('one., findings: [] }', 'one., findings: [], tags: [t] }');
    const { selected } = await selectOne(project(both, 'takeaways: { tag: t }\n'), 'TLP:CLEAR');
    expect(selected.brief.data.takeaways).toEqual(['never-had']);
  });
});

describe('the label of the document', () => {
  const marked = (brief: string) => ({
    ...project('{}\n', ''),
    'data/briefs/one.yaml': `template: voices\ntitle: A brief\nissued: 2026-01-05\n${brief}`,
  });

  it('is that of the brief, or of an audience that is cleared for less', async () => {
    const files = marked('marking: TLP:AMBER\nportions: TLP:CLEAR\n');
    const labels = await Promise.all(
      ([undefined, ...markings] as const).map(async (audience) => {
        return (await selectOne(files, audience)).selected.marking;
      }),
    );
    expect(labels).toEqual([
      'TLP:AMBER',
      'TLP:CLEAR',
      'TLP:GREEN',
      'TLP:AMBER',
      'TLP:AMBER',
      'TLP:AMBER',
    ]);
  });

  it('keeps the whole brief from an audience that may not see its own words', async () => {
    await expect(selectOne(marked('marking: TLP:AMBER\n'), 'TLP:GREEN')).rejects.toThrow(
      'the brief "one" is TLP:AMBER and is not built for TLP:GREEN',
    );
    await expect(
      selectOne(marked('marking: TLP:CLEAR\nportions: TLP:RED\n'), 'TLP:GREEN'),
    ).rejects.toThrow('the brief "one" is TLP:RED');
  });

  it.each([undefined, 'TLP:AMBER', 'TLP:RED'] as const)(
    'may not be laxer than an item that %s would see, and both places are named',
    async (audience) => {
      const files = marked('marking: TLP:GREEN\nconclusion: As it says [@closed].\n');
      const { diagnostics } = await selectOne(files, audience);
      expect(diagnostics).toHaveLength(1);
      const [{ code, span, related = [] } = {}] = diagnostics;
      expect(code).toBe('marking-stricter-than-brief');
      const text = files['data/briefs/one.yaml'] ?? '';
      expect(text.slice(span?.start, span?.end)).toBe('closed');
      expect(related.map((one) => [one.message, one.span.file])).toEqual([
        ['it is marked here', 'data/a.yaml'],
        ['the brief is marked here', 'data/briefs/one.yaml'],
      ]);
    },
  );

  it('may be laxer than an item that the audience does not get', async () => {
    const files = marked('marking: TLP:GREEN\nconclusion: As it says [@closed].\n');
    expect((await selectOne(files, 'TLP:GREEN')).diagnostics).toEqual([]);
  });
});

describe('a property', () => {
  const mark = fc.constantFrom<string | undefined>(...markings, undefined);
  const parts = ['source', 'finding', 'evidence', 'takeaway', 'inline', 'section', 'row', 'step'];

  it('holds for labels at random: what is withheld is in no part of the selection', async () => {
    const property = fc.asyncProperty(
      fc.record(Object.fromEntries(parts.map((part) => [part, mark]))),
      fc.constantFrom(...markings),
      async (labels, audience) => {
        const of = (part: string) =>
          labels[part] === undefined ? '' : `, marking: ${labels[part]}`;
        const data = [
          'sources:',
          `  s: { type: report, title: canary-source${of('source')} }`,
          'findings:',
          `  f: { statement: canary-finding, note: canary-note, evidence: [{ source: open, quote: canary-evidence${of('evidence')} }, { source: s }]${of('finding')} }`,
          'takeaways:',
          `  t: { lead: canary-takeaway, findings: [f]${of('takeaway')} }`,
          'trends:',
          `  d: { title: Down, series: [{ date: 2020, text: canary-step${of('step')} }] }`,
          'figures:',
          '  g: { title: A, alt: A., data: data/a.csv }',
          '',
        ].join('\n');
        const brief = [
          'takeaways:',
          '  - t',
          `  - { lead: canary-inline, findings: [f]${of('inline')} }`,
          `sections: [{ title: canary-section${of('section')} }]`,
          'trends: [d]',
          'figures: [g]',
          '',
        ].join('\n');
        const files = {
          ...project(data, brief),
          'data/a.csv': `what,marking\ncanary-row,${labels.row ?? ''}\n`,
        };
        const words = wordsOf(await selectOne(files, audience));
        expect(words).not.toContain('canary-note');
        for (const part of parts) {
          const label = (labels[part] ?? 'TLP:CLEAR') as Marking;
          if (!isCleared(label, audience)) expect(words, part).not.toContain(`canary-${part}`);
        }
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });
});
