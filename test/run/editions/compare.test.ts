/** What a comparison of two editions tells of everything that a brief shows. */
import { expect, test } from 'vitest';
import { compareContents } from '../../../src/run/editions/compare.ts';
import { diffAsText } from '../../../src/run/editions/print-diff.ts';

type Fields = Readonly<Record<string, unknown>>;

const figure = {
  title: 'Removals',
  alt: 'A bar chart.',
  kind: 'bar',
  x: 'year',
  data: [
    { year: 2019, removed: 43_000 },
    { year: 2020, removed: 500 },
  ],
};
const quote = { text: 'They left.', speaker: { name: 'A moderator' }, source: 'report' };
const event = { date: '2019-11', title: 'The purge' };
const keyFigure = { finding: 'channels-removed', label: 'channels removed' };

const content = (kinds: Readonly<Record<string, Fields>>, brief: Fields = {}) => {
  const named = Object.entries(kinds).map(([kind, data]) => [kind, { it: data }]);
  return { ...Object.fromEntries(named), brief: { one: { title: 'One', ...brief } } };
};

/** The change as a reader of the terminal sees it, without the id and the label. */
const told = (before: ReturnType<typeof content>, after: ReturnType<typeof content>) =>
  diffAsText({
    brief: 'one',
    from: 'edition 1',
    to: 'now',
    changes: compareContents(before, after),
  })
    .slice(1)
    .map((line) => line.replace(/ {2}\S.*: .*/, '').trim());

test('tells a figure’s rows one by one, and what else of it has changed', () => {
  const data = [
    { year: 2019, removed: 42_000 },
    { year: 2021, removed: 7 },
  ];
  const after = { ...figure, kind: 'line', title: 'Channels removed', stacked: true, data };
  expect(told(content({ figure }), content({ figure: after }))).toEqual([
    'figure reworded (title)',
    '[-Removals-] → {+Channels removed+}',
    'figure reworded (kind)',
    '[-bar-] → {+line+}',
    'value changed (2019)',
    '[-removed 43000-] → {+removed 42000+}',
    'row dropped (2020)',
    '[-removed 500-]',
    'new row (2021)',
    '{+removed 7+}',
    'figure changed (stacked)',
  ]);
});

test('counts the rows of a figure once there are too many to tell', () => {
  const rows = (by: number) =>
    Array.from({ length: 20 }, (_, index) => ({ year: 2000 + index, removed: index * by }));
  const [before, after] = [1, 2].map((by) => content({ figure: { ...figure, data: rows(by) } }));
  if (before === undefined || after === undefined) throw new Error('nothing to compare');
  const lines = told(before, after);
  expect(lines.filter((line) => line.startsWith('value changed'))).toHaveLength(8);
  expect(lines.at(-1)).toBe('figure changed (11 more rows)');
});

test('tells whose words have changed, and those of a translation by its language', () => {
  const after = {
    ...quote,
    text: 'They all left.',
    speaker: { label: 'observers' },
    translations: { fr: { text: 'Ils sont partis.' } },
  };
  expect(told(content({ quote }), content({ quote: after }))).toEqual([
    'quote reworded (text)',
    '[-They left.-] → {+They all left.+}',
    'quote reworded (text, fr)',
    '{+Ils sont partis.+}',
    'quote reworded (speaker)',
    expect.stringMatching(/moderator.*observers/),
  ]);
});

test('tells events and key figures that are new, gone, moved and relabelled', () => {
  const before = content({ event }, { keyFigures: [keyFigure] });
  const moved = { ...event, date: '2019-12' };
  const relabelled = { ...keyFigure, label: 'removals in all' };
  const after = content({ event: moved }, { keyFigures: [relabelled, { finding: 'other' }] });
  expect(told(before, after)).toEqual([
    'key figure reworded (label)',
    expect.stringContaining('{+removals in all+}'),
    'new key figure',
    'event reworded (date)',
    expect.stringContaining('2019-'),
  ]);
  expect(told(after, content({ event: moved }))).toEqual([
    'key figure dropped',
    'key figure dropped',
  ]);
});

test('leaves no difference of a record unsaid', () => {
  const finding = { statement: 'It fell.', evidence: [{ source: 'report', locator: 'p. 3' }] };
  const after = { ...finding, observed: '2020', evidence: [{ source: 'report', locator: 'p. 4' }] };
  expect(told(content({ finding }), content({ finding: after }))).toEqual([
    'finding changed (evidence, observed)',
  ]);
});

test('tells what else of a brief has changed, and not what it merely lists', () => {
  const after = {
    gaps: ['Who pays.', 'Why.'],
    authors: ['somebody'],
    figures: ['x'],
    updated: '2027',
  };
  expect(told(content({}, { gaps: ['Who pays.'] }), content({}, after))).toEqual([
    'brief reworded (gaps)',
    '[-Who pays.-] → {+Who pays., Why.+}',
    'brief changed (authors)',
  ]);
});
