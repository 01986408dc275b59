/** A template's text read directive by directive, beside the same read as a whole. */

import { expect, test } from 'vitest';
import { parseSkeleton, parseWhole } from '../../src/compose/skeleton.ts';
import { createMemory } from '../../src/model/memory.ts';
import { fc } from '../support/property.ts';

const slot = (number: number) => `\uE000${number}\uE001`;

function read(text: string, memory = createMemory()): unknown {
  return parseSkeleton(text, memory);
}

test('what the templates print is read as the parser reads it, and so is what shares its shapes', () => {
  const memory = createMemory();
  for (const [first, second] of [
    [3, 4],
    [40, 7],
    [7, 7],
  ] as const) {
    const text = [
      '::::masthead',
      slot(first),
      '',
      ':::standfirst',
      slot(second),
      ':::',
      '::::',
      '',
      ':::::takeaways',
      `## ${slot(first)}`,
      '',
      `1. :anchor{#takeaway-${first} record="takeaway/a"} **${slot(first)}** ${slot(second)}`,
      '',
      '   :::judgement{#j}',
      `   ${slot(second)}`,
      '   :::',
      '',
      '   :::evidence-on-demand',
      `   - ${slot(first)}`,
      `     - ${slot(second)}, ${slot(first)}: “${slot(5)}” ${slot(6)}`,
      '   :::',
      '',
      `1. :anchor{#takeaway-2} **${slot(8)}**`,
      '',
      ':::::',
      '',
      ':::notes',
      `## ${slot(9)}`,
      ':::',
      '',
    ].join('\n');
    expect(read(text, memory)).toEqual(parseWhole(text));
  }
});

test.each([
  ['a label', ':::box[Words]\ntext\n:::'],
  ['an end that is missing', ':::box\ntext'],
  ['a note', ':::box\ntext[^1]\n:::\n\n[^1]: note'],
  ['code', '```\n:::box\n```\n\n:::box\na\n:::'],
  ['a directive in a quotation', '> :::box\n> a\n> :::\n\n:::box\na\n:::'],
  ['a directive that opens an item', '- :::box\n  a\n  :::\n'],
  ['a directive without a blank line before it in an item', '- a\n  :::box\n  a\n  :::\n- b'],
  ['lines that leave their directive', '- a\n\n  :::box\n a\n  :::\n'],
  ['a tab', ':::box\n-\ta\n:::'],
])('%s: read as a whole', (_, text) => {
  expect(read(text)).toEqual(parseWhole(text));
});

const line = fc.constantFrom(
  ...['', '', '', ':::box', '::::box', ':::::box{#id a="b"}', ':::', '::::', ':::::', '   :::box'],
  ...[
    '   :::',
    '  :::box',
    '  :::',
    ' :::',
    '     :::box',
    '     :::',
    '::leaf',
    '::leaf[a]',
    ':::box[a]',
  ],
  ...[
    '# a',
    '## :anchor{#b} a',
    'a',
    'b',
    '   a',
    '  a',
    ' a',
    '- a',
    '  - a',
    '   - a',
    '1. a',
    '2. b',
  ],
  ...[
    '- ',
    '1. :anchor{#a} **a** b',
    '> a',
    '> :::box',
    '---',
    '| a |',
    '| - |',
    '***',
    '    a',
    ':::box ',
  ],
  ...[
    `${slot(1)}`,
    `- ${slot(2)}, ${slot(1)}: “${slot(2)}”`,
    `:number[${slot(3)}] a`,
    '```',
    '[^1]: a',
  ],
);

test('whatever is printed, it is read as the parser reads it', () => {
  const memory = createMemory();
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 16 }), (lines) => {
      const text = lines.join('\n');
      expect(read(text, memory)).toEqual(parseWhole(text));
    }),
    { numRuns: 1_000 },
  );
});
