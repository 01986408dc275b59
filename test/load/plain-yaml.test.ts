/** The quick reader beside the package it stands in for: where it reads a text at all, it reads the same. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isMap, isScalar, isSeq, type Node, parseDocument, stringify } from 'yaml';
import type { PlainNode } from '../../src/load/plain-yaml/node.ts';
import { readPlainYaml } from '../../src/load/plain-yaml/read-plain-yaml.ts';
import { fc } from '../support/property.ts';

/** A value and its place, as a row of a table: path, type, start, end, value. */
type Row = readonly [string, string, number, number, unknown?];

test('the sample data and the office’s usual ways of writing are read', () => {
  const samples = globSync('data/**/*.yaml').filter((path) => !path.includes('editions'));
  expect(samples.length).toBeGreaterThan(10);
  for (const path of samples) expect(read(readFileSync(path, 'utf8')), path).toBe('the same');
});

test.each([
  ['comments', '# a\na: # b\n  # c\n  b: d # e\n\n  # f\n  g: h\n# i\nj: k\n# l\n'],
  [
    'comments where lists end',
    'a:\n  b:\n    - c: d\n      e: f\n      # g\n    # h\n  # i\nj: k\n',
  ],
  ['lists without an indent', 'a:\n- b\n-   c: d\n    e: f\n- - g\n  - h\ni: j\n'],
  ['folded words', 'a: b\n  c\n\n  d   \n\ne:\n  f\n  g\n'],
  [
    'blocks',
    'a:\n  b: |\n    c\n      d\n\n    e\n\n\n  f: >-\n    g\n    h\n\n    i\n\nj: |\n  k',
  ],
  ['quotes', `a: "b \\"c\\" \\u00e9"\nd: 'it''s'\ne: "f\n  g\n\n  h"\ni: 'j\n  k'\n`],
  ['brackets', 'a: [b, {c: d, e: "f"}, [], {}]\ng: { h: 1.50,\n  i: http://x.org/y }\n'],
  ['numbers', 'a: 1\nb: -2.5\nc: 1e3\nd: .5\ne: +7\nf: 2025-01-02\ng: 1,000\nh: 12 13\n'],
  ['words that are values', 'a: true\nb: False\nc: yes\nd: Nullable\ne: truth\n'],
])('%s are read', (_, text) => {
  expect(read(text)).toBe('the same');
});

test.each([
  ['a tab', 'a:\tb\n'],
  ['a name that stands twice', 'a: b\na: c\n'],
  ['an anchor', 'a: &b c\n'],
  ['an alias', 'a: *b\n'],
  ['a tag', 'a: !b c\n'],
  ['nothing', 'a:\nb: c\n'],
  ['null', 'a: null\n'],
  ['a group in a text', 'a: b: c\n'],
  ['a forbidden name', '__proto__: b\n'],
  ['a name that is a number', '1: b\n'],
  ['two documents', 'a: b\n---\nc: d\n'],
  ['a list at the top', '- a\n'],
  ['a dash at the end', 'a:\n  -'],
])('%s is left to others', (_, text) => {
  expect(read(text)).toBe('left to others');
});

const words = fc.constantFrom(
  'Output fell.',
  'it fell: by half',
  'a #1 rank',
  '  padded ',
  'two\nlines',
  'two paragraphs\n\nof text\n',
  'a long line that is folded by whoever writes it, since it has more than eighty characters in it',
  '"quoted"',
  'it’s “quoted” — 𝄞',
  '- no list',
  'true',
  '12',
  'p. 3',
  '[@report, p. 3]',
  '',
);

const name = fc.constantFrom('a', 'b-c', 'title', 'D_2', 'true', '12', 'two words', 'x: y');

const leaf = fc.oneof(words, words, fc.integer(), fc.double({ noNaN: true }), fc.boolean());

const value = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, leaf, tie('group'), fc.array(tie('any'), { maxLength: 3 })),
  group: fc.dictionary(name, tie('any'), { maxKeys: 4 }),
})).group;

const layout = fc.record({
  lineWidth: fc.constantFrom(0, 20, 80),
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const, 'block' as const),
});

const piece = fc.constantFrom(
  ...['\n', '\n\n', ' ', '  ', '#', ' # c', '# c\n', '  # c\n', '    # c\n', '- ', ': ', ':', '"'],
  ...[
    "'",
    '|',
    '|\n',
    '>-\n',
    '[',
    ']',
    '{',
    '}',
    ',',
    '\\',
    '-',
    '&a ',
    '*a',
    '!t ',
    '@',
    '%',
    '?',
  ],
  ...['---\n', '<<: ', '0x1F', '1e3', '\u00a0', '\ufeff', '\u2028', '\0', 'key: v\n', '  key: v\n'],
);

/** Something is put in, taken out or moved. */
const edit = fc.oneof(
  fc.tuple(fc.nat(), piece).map(([at, inserted]) => (text: string) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + inserted + text.slice(place);
  }),
  fc.tuple(fc.nat(), fc.nat(5)).map(([at, length]) => (text: string) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + text.slice(place + length);
  }),
  fc.tuple(fc.nat(), fc.boolean(), piece).map(([at, isNew, inserted]) => (text: string) => {
    const lines = text.split('\n');
    const place = at % lines.length;
    lines[place] = isNew ? `${lines[place]}\n${inserted}` : ` ${lines[place]}`;
    return lines.join('\n');
  }),
);

test('whatever is done to a text, it is read as the package reads it, or not at all', () => {
  fc.assert(
    fc.property(value, layout, fc.array(edit, { maxLength: 3 }), (data, options, edits) => {
      const text = edits.reduce((before, change) => change(before), stringify(data, options));
      expect(['the same', 'left to others']).toContain(read(text));
    }),
    { numRuns: 1_500 },
  );
});

/** text → how the quick reader fares beside the package. */
function read(text: string): string {
  const plain = readPlainYaml(text);
  if (plain === undefined) return 'left to others';
  const document = parseDocument(text, {
    prettyErrors: false,
    uniqueKeys: true,
    strict: true,
    logLevel: 'error',
  });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) return `${text}\nis wrong: ${problem.message}`;
  expect(rowsOf(plain, ''), text).toEqual(packageRows(document.contents, ''));
  expect(plain.value, text).toEqual(document.toJS());
  return 'the same';
}

function rowsOf(node: PlainNode, path: string): Row[] {
  if (node.type === 'LIST') {
    const items = node.items.flatMap((item, index) => rowsOf(item, `${path}[${index}]`));
    return [[path, node.type, node.start, node.end], ...items];
  }
  if (node.type !== 'GROUP') return [[path, node.type, node.start, node.end, node.value]];
  const fields = node.fields.flatMap(({ name, start, end, node: value }): Row[] => [
    [path, 'KEY', start, end, name],
    ...rowsOf(value, `${path}.${name}`),
  ]);
  return [[path, node.type, node.start, node.end], ...fields];
}

function packageRows(node: Node | null, path: string): Row[] {
  const [start, end] = node?.range ?? [-1, -1];
  if (isSeq(node)) {
    // What a parsed document holds are nodes.
    const items = node.items.flatMap((item, index) =>
      packageRows(item as Node, `${path}[${index}]`),
    );
    return [[path, 'LIST', start, end], ...items];
  }
  if (isMap(node)) {
    const fields = node.items.flatMap(({ key, value }) => {
      const name = key as Node & { readonly value: string };
      const [from, to] = name.range ?? [-1, -1];
      const row: Row = [path, 'KEY', from, to, name.value];
      return [row, ...packageRows(value as Node, `${path}.${name.value}`)];
    });
    return [[path, 'GROUP', start, end], ...fields];
  }
  return [
    [path, isScalar(node) ? (node.type ?? '') : '', start, end, isScalar(node) ? node.value : null],
  ];
}
