import { describe, expect, it } from 'vitest';
import { briefProject, buildOne, errorsOf, textOf } from '../../support/project.ts';

const figure = {
  title: 'How long it took',
  alt: 'Bars of 5, 1,250 and 104 days.',
  kind: 'bar',
  x: 'days',
  y: 'item',
  unit: 'days',
  columns: { item: 'Item', days: 'Days until the statement' },
  source: 'report',
  findings: ['channels-removed'],
  data: [
    { item: 'First', days: 5 },
    { item: 'Second', days: 1250 },
    { item: 'Third', days: null },
    { item: 'Fourth', days: 0.5 },
  ],
};

const built = async (
  more: Readonly<Record<string, unknown>> = {},
  brief: Readonly<Record<string, unknown>> = {},
  files: Readonly<Record<string, unknown>> = {},
) => {
  const host = briefProject(
    { figures: ['fig-days'], ...brief },
    { figures: { 'fig-days': { ...figure, ...more } }, ...files },
  );
  return buildOne(host);
};

const drawingIn = (html: string) =>
  /<svg class="chart chart-wide"[\s\S]*?<\/svg>/.exec(html)?.[0] ?? '';
const wordsIn = (html: string) =>
  [...html.matchAll(/<text[^>]*>(?:<tspan[^>]*>)?([^<]*)/g)].map(([, words]) => words);

describe('a figure in a brief', () => {
  it('has a chart, with its data and its description behind it', async () => {
    const { built: made, diagnostics } = await built({ longDescription: 'Five days, then many.' });
    expect(errorsOf(diagnostics)).toEqual([]);
    const html = textOf(made, 'html');
    expect(html).toContain('role="img" aria-label="Bars of 5, 1,250 and 104 days."');
    expect(html).toContain('aria-details="fig-days-data"');
    const behind = /<details class="figure-data" id="fig-days-data">[\s\S]*?<\/details>/.exec(html);
    expect(behind?.[0]).toContain('Five days, then many.');
    expect(behind?.[0]).toContain('<td class="number">1,250</td>');
    expect(html).toContain('Days until the statement');
  });

  it('prints each number the same in the chart, in the table and in Markdown', async () => {
    const { built: made } = await built();
    const html = textOf(made, 'html');
    const words = wordsIn(drawingIn(html));
    for (const number of ['5', '1,250', '0.5']) {
      expect(words).toContain(number);
      expect(html).toContain(`<td class="number">${number}</td>`);
      expect(textOf(made, 'md')).toContain(`| ${number} |`);
    }
  });

  it('writes numbers as readers of the language do', async () => {
    const { built: made } = await built({}, { lang: 'de' });
    expect(wordsIn(drawingIn(textOf(made, 'html')))).toEqual(
      expect.arrayContaining(['1.250', '0,5', 'nicht bekannt']),
    );
  });

  it('knows years by the heading of their column, whatever the column is called', async () => {
    const rows = [2020, 2021, 2022].map((sana) => ({ sana, n: sana * 2 }));
    const line = { kind: 'line', x: 'sana', y: 'n', data: rows };
    const columns = { sana: 'السنة', n: 'Villages' };
    const { built: made } = await built({ ...line, columns });
    expect(wordsIn(drawingIn(textOf(made, 'html')))).toContain('2021');
    expect(textOf(made, 'md')).toContain('| 2021 | 4,042 |');
  });

  it('keeps the zeros of a CSV file, and its empty cells empty', async () => {
    const csv = 'item,days\nFirst,1.10\nSecond,43000\nThird,\n';
    const host = briefProject(
      { figures: ['fig-days'] },
      { figures: { 'fig-days': { ...figure, data: 'data/days.csv' } } },
    );
    await host.project.write?.('data/days.csv', new TextEncoder().encode(csv));
    const { built: made, diagnostics } = await buildOne(host);
    expect(errorsOf(diagnostics)).toEqual([]);
    expect(wordsIn(drawingIn(textOf(made, 'html')))).toEqual(
      expect.arrayContaining(['1.10', '43,000', 'not known']),
    );
    expect(textOf(made, 'md')).toContain('| Third | – |');
  });

  it('says which values are not known', async () => {
    const { built: made } = await built();
    expect(textOf(made, 'md')).toContain('Not known (–): Third.');
  });

  it('becomes a picture beside the Markdown, with the data below it', async () => {
    const { built: made } = await built();
    const artifact = made?.artifacts.find(({ format }) => format === 'md');
    expect(textOf(made, 'md')).toContain(
      '![Bars of 5, 1,250 and 104 days.](one.files/fig-days.svg)',
    );
    expect(artifact?.parts?.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['one.files/fig-days.svg', 'image/svg+xml'],
    ]);
    const svg = new TextDecoder().decode(artifact?.parts?.[0]?.bytes);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('1,250');
  });

  it('prints a percent sign at every number of a share', async () => {
    const { built: made } = await built({ unit: '%', columns: { item: 'Item', days: 'Share' } });
    const html = textOf(made, 'html');
    expect(wordsIn(drawingIn(html))).toContain('0.5%');
    expect(html).toContain('<td class="number">0.5%</td>');
    expect(html).not.toContain('Unit:');
  });

  it('has the same bytes every time', async () => {
    const [first, second] = [await built(), await built()];
    expect(textOf(first.built, 'html')).toBe(textOf(second.built, 'html'));
  });

  it('stays a table where it is one', async () => {
    const { built: made } = await built({ kind: 'table' });
    expect(textOf(made, 'html')).not.toContain('<svg class="chart');
    expect(textOf(made, 'html')).toContain('<td class="number">1,250</td>');
  });
});

describe('a figure that cannot be drawn', () => {
  const rows = (...data: readonly Readonly<Record<string, unknown>>[]) => built({ data });

  it('names the cell that is no number', async () => {
    const { diagnostics } = await rows(
      { item: 'First', days: 5 },
      { item: 'Second', days: 'many' },
    );
    const [found] = diagnostics.filter(({ code }) => code === 'figure-value-not-number');
    expect(found?.path).toBe('figures.fig-days.data[1].days');
  });

  it('names the date that is none', async () => {
    const { diagnostics } = await built({
      kind: 'timeline',
      x: 'when',
      y: 'what',
      columns: undefined,
      data: [{ when: 'last spring', what: 'Something' }],
    });
    expect(errorsOf(diagnostics)).toContain('figure-date-unreadable');
  });

  it('names the row that is given twice', async () => {
    const { diagnostics } = await rows({ item: 'First', days: 5 }, { item: 'First', days: 6 });
    const [found] = diagnostics.filter(({ code }) => code === 'figure-row-doubled');
    expect(found?.path).toBe('figures.fig-days.data[1].item');
  });

  it('says how many series are too many', async () => {
    const { diagnostics } = await built({
      kind: 'line',
      x: 'item',
      y: 'days',
      series: 's',
      columns: undefined,
      data: Array.from({ length: 7 }, (_, index) => ({ item: 'A', s: `S${index}`, days: index })),
    });
    expect(errorsOf(diagnostics)).toContain('figure-series-many');
  });

  it('refuses a stack of numbers above and below zero', async () => {
    const { diagnostics } = await built({
      stacked: true,
      series: 's',
      columns: undefined,
      data: [
        { item: 'A', s: 'in', days: 5 },
        { item: 'A', s: 'out', days: -3 },
      ],
    });
    expect(errorsOf(diagnostics)).toContain('figure-stack-mixed');
  });

  it('refuses a specification that fetches, and one that is told by colour alone', async () => {
    const spec = (own: unknown) =>
      built({ kind: 'vega-lite', x: undefined, y: undefined, spec: own });
    const { diagnostics: fetching } = await spec({
      data: { url: 'https://a.example' },
      mark: 'bar',
    });
    expect(errorsOf(fetching)).toContain('figure-spec-refused');
    const { diagnostics: coloured } = await spec({
      mark: 'line',
      encoding: { y: { field: 'days' }, color: { field: 'item' } },
    });
    expect(errorsOf(coloured)).toContain('figure-colour-alone');
  });
});
