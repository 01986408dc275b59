import { describe, expect, it } from 'vitest';
import { finding, stretches, takeaway } from './lint.ts';

const words = (count: number) => Array.from({ length: count }, () => 'Word').join(' ');

describe('long sentences', () => {
  const code = 'sentence-too-long';

  it('points at the whole sentence, from the twenty-sixth word on', () => {
    expect(stretches(finding(`Short. ${words(26)}. Short.`), code)).toEqual([`${words(26)}.`]);
    expect(stretches(finding(`${words(25)}.`), code)).toEqual([]);
  });

  it('counts a hyphenated word once, and neither citations nor quotations', () => {
    expect(stretches(finding(`${words(24)} cat-and-mouse [@nobody, p. 3].`), code)).toEqual([]);
    expect(stretches(finding(`${words(20)} “${words(20)}” ${words(5)}.`), code)).toEqual([]);
    expect(stretches(finding(`${words(20)} “${words(20)}” ${words(6)}.`), code)).toHaveLength(1);
  });

  it('ends a sentence at a paragraph, a list item and a cell', () => {
    const body = [
      words(20),
      '',
      `- ${words(20)}`,
      `- ${words(20)}`,
      '',
      '',
      '| a | b |',
      '| - | - |',
    ].join('\n');
    expect(stretches(finding(body), code)).toEqual([]);
  });

  it('leaves leads and headings to their own rules', () => {
    expect(stretches(takeaway(`${words(30)}.`), code)).toEqual([]);
    expect(stretches(finding(`# ${words(30)}\n\nText.`), code)).toEqual([]);
  });
});

describe('links that say nothing', () => {
  const code = 'link-text-vague';

  it('points at the words of the link', () => {
    expect(stretches(finding('For more, [click here](https://example.org).'), code)).toEqual([
      'click here',
    ]);
    expect(stretches(finding('The memo is [**Here**](https://example.org).'), code)).toEqual([
      'Here',
    ]);
    expect(stretches(finding('[Read more…](https://example.org)'), code)).toEqual(['Read more…']);
  });

  it('is content with links that name what they lead to', () => {
    const fine = [
      'See [the report on takedowns](https://example.org).',
      'Written at <https://example.org/here>.',
      'It grew, as [](#fig-here) shows.',
      'You may click here and there.',
    ];
    for (const text of fine) expect(stretches(finding(text), code), text).toEqual([]);
  });
});

describe('acronyms that nobody explains', () => {
  const code = 'acronym-unknown';
  const at = (text: string, more = '') => stretches(finding(text) + more, code);

  it('points at the first use of each', () => {
    expect(at('The MOC met. The MOC and the ABC agreed.')).toEqual(['MOC', 'ABC']);
    expect(at('A pro-XYZ channel and two NGOS-like QRSs.')).toEqual([
      'pro-XYZ',
      'NGOS-like',
      'QRSs',
    ]);
  });

  it('knows what the prose explains, before or after, from there on', () => {
    expect(at('The Media Oversight Committee (MOC) met. The MOC agreed.')).toEqual([]);
    expect(at('The MOC (Media Oversight Committee) met.')).toEqual([]);
    expect(at('Terrorist and violent extremist (TVE) content spread.')).toEqual([]);
    expect(at('The MOC met. The Media Oversight Committee (MOC) agreed.')).toEqual(['MOC']);
    expect(at('They met in the Media Office (XYZ).')).toEqual(['XYZ']);
  });

  it('counts an explanation in another record', () => {
    const other = '  g:\n    statement: The Media Oversight Committee (MOC) met.\n';
    expect(at('The MOC met.', other)).toEqual([]);
  });

  it('knows the glossary, bodies and outlets of the data', () => {
    const more = [
      'glossary: { isis-k: { expansion: A branch }, x: { term: TVE } }',
      'organisations: { o: { name: Office of Affairs, short: OOA } }',
      'sources: { s: { type: webpage, title: T, container-title: TRT World } }',
      '',
    ].join('\n');
    expect(at('ISIS-K and TVE content reached the OOA and TRT.', more)).toEqual([]);
    expect(at('ISIS met.', more)).toEqual(['ISIS']);
  });

  it('knows what general readers know: countries, units, numerals, labels', () => {
    const fine = [
      'The UK, the U.S. and the EU met UK-US envoys in Part IV.',
      'It took 40 GB and 3 MW in Q3 of COVID-19.',
      'Marked TLP:AMBER+STRICT; grade B2; sheet A4; write to ABC@EXAMPLE.ORG.',
      'Others wrote “the XYZ” and `QRS`.',
    ];
    for (const text of fine) expect(at(text), text).toEqual([]);
  });

  it('reports a silenced record apart, so that its silence does not cover others', () => {
    const data = [
      'findings:',
      '  a: { statement: The MOC met., silence: { acronym-unknown: Readers of this know it. } }',
      '  b: { statement: The MOC agreed. }',
      '  c: { statement: The MOC parted. }',
      '',
    ].join('\n');
    expect(stretches(data, code)).toEqual(['MOC']);
  });
});

describe('headings', () => {
  const code = 'heading-not-sentence-case';
  const at = (title: string, more = '') =>
    stretches(`trends:\n  t:\n    title: ${JSON.stringify(title)}\n${more}`, code);
  const prose = finding('The trends show growing pressure on small platforms by Telegram.');

  it('points from the first to the last word that should be small', () => {
    expect(at('The Growing Pressure on Platforms', prose)).toEqual([
      'Growing Pressure on Platforms',
    ]);
    expect(at('KEY FINDINGS')).toEqual(['KEY FINDINGS']);
    expect(at('Small Platforms', prose)).toEqual(['Platforms']);
  });

  it('finds headings inside Markdown', () => {
    expect(stretches(finding('# Small Platforms\n\nThese platforms grow.'), code)).toEqual([
      'Platforms',
    ]);
  });

  it('knows names: of the data, inside sentences, of days and peoples', () => {
    const names = [
      'people: { p: { name: { given: Benjamin, family: Mok } } }',
      'organisations: { o: { name: Media Oversight Committee } }',
      '',
    ].join('\n');
    expect(at('What Benjamin Mok asked the Media Oversight Committee', names + prose)).toEqual([]);
    expect(at('A purge at Telegram in December by Arab officials', prose)).toEqual([]);
    expect(at('YouTube, al-Naba and the UK: New rules', prose)).toEqual([]);
  });

  it('gives one unknown word the benefit of the doubt, and two none', () => {
    expect(at('The fall of Raqqa')).toEqual([]);
    expect(at('The Rise and Fall')).toEqual(['Rise and Fall']);
  });

  it('does not learn from titles in title case', () => {
    const source = (title: string) => `sources: { s: { type: book, title: ${title} } }\n`;
    const heading = 'Dealing with Digital Pressure';
    expect(at(heading, source('The Digital Pressure Handbook of Everything'))).toHaveLength(1);
    expect(
      at(heading, source('A handbook of Digital Pressure in the cities of northern countries')),
    ).toEqual([]);
  });
});
