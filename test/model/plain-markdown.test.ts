/** The quick reader beside the parser it stands in for: where it reads a field at all, it reads the same. */

import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { briefMarkdown } from '../../src/model/markdown.ts';
import { readPlainMarkdown } from '../../src/model/plain-markdown.ts';
import { fc } from '../support/property.ts';

const parser = unified().use(remarkParse).use(briefMarkdown).freeze();

function read(text: string): 'the same' | 'another' | 'left to others' {
  const tree = readPlainMarkdown(text);
  if (tree === undefined) return 'left to others';
  try {
    expect(tree).toEqual(parser.parse(text));
    return 'the same';
  } catch {
    return 'another';
  }
}

test.each([
  ['a word', 'Output'],
  ['prose', 'Output fell by half – “at least” – in 2019, say analysts (and 3 others): it is over.'],
  ['lines', 'Output fell.\nIt did.\n'],
  ['paragraphs', 'Output fell\nby half.\n\nIt did.\n\n2019 was first.'],
  ['citations', 'Output fell [@report, p. 3; @other], by half [@report].\n[@third]'],
  ['a citation on two lines', 'Output fell [@report,\npara. 1].'],
  ['lists', 'One:\n\n- two\n- three [](#a.b)\n  of\n  [](#c) it\n\nfour'],
  ['numbers of findings', 'It removed [](#purge-2019.channels) channels\nin [](#days).\n\n[](#x)'],
  ['other scripts', 'Жук – 10 %\n\nא ב\n\n中文。'],
])('%s: read', (_, text) => {
  expect(read(text)).toBe('the same');
});

test.each([
  ['nothing', ''],
  ['emphasis', 'It *is* so'],
  ['a loose list', '- one\n\n- two'],
  ['a list in a list', '- one\n  - two'],
  ['a list right after its words', 'one\n- two'],
  ['a line that is a little too far left', '- one\n two'],
  ['a numbered list', 'one\n1. two'],
  ['a list inside of a citation', 'Output [@report,\n- p. 3]'],
  ['a heading', '# one'],
  ['a heading below its words', 'one\n==='],
  ['a hard break', 'one  \ntwo'],
  ['an indented line', 'one\n  two'],
  ['an entity', 'one &amp; two'],
  ['an address', 'see <https://example.org>'],
  ['a link', 'see [that](https://example.org)'],
  ['a picture', 'see ![](#one)'],
  ['a definition', '[@one]: https://example.org'],
  ['a note', 'one[^1]'],
  ['a table', 'a|b\n-|-'],
  ['a tab', 'one\ttwo'],
])('%s: left to the parser', (_, text) => {
  expect(read(text)).toBe('left to others');
});

const piece = fc.constantFrom(
  ...[
    'Output fell',
    'by half',
    ' ',
    ' ',
    '\n',
    '\n\n',
    '\n- ',
    '\n\n- ',
    '\n  ',
    '. ',
    ', ',
    ' [@report, p. 3]',
    '[@a]',
  ],
  ...['[](#purge.channels)', '[](#a)', ' – ', '“so”', '2019', '1. ', '- ', '+ ', '# ', '> ', '---'],
  ...[
    '===',
    '*',
    '_',
    '`',
    '~~',
    '|',
    '\\',
    '&amp;',
    '<',
    '[',
    ']',
    '(',
    ')',
    '!',
    ':',
    '@',
    '^',
    '#',
  ],
  ...[
    '\t',
    '\r',
    '  \n',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\0',
    'é',
    '𝄞',
    'א',
    '\uE0001\uE001',
    '/',
    '.',
  ],
);

test('whatever is typed, it is read as the parser reads it, or not at all', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      expect(['the same', 'left to others']).toContain(read(pieces.join('')));
    }),
    { numRuns: 3_000 },
  );
});

test('most of what is made of words alone is read', () => {
  const tame = fc.constantFrom(
    'Output',
    ' fell',
    ',',
    '.',
    ' [@a, p. 3]',
    ' [](#b.c)',
    '\nin',
    '\n\nBut',
  );
  const texts = fc.sample(fc.array(tame, { minLength: 2, maxLength: 20 }), {
    numRuns: 500,
    seed: 1,
  });
  const starting = texts.map((parts) => `So ${parts.join('').trim()} ends`);
  expect(starting.filter((text) => read(text) === 'the same').length).toBeGreaterThan(450);
});
