/** Text that is printed as it is, beside the library's own escaping: both print the same. */

import type { PhrasingContent, Root } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { expect, test } from 'vitest';
import { textToMarkdown } from '../../../src/render/markdown/text.ts';
import { fc } from '../../support/property.ts';

const extensions = [gfmFootnoteToMarkdown(), gfmStrikethroughToMarkdown(), gfmTableToMarkdown()];

const piece = fc.constantFrom(
  ...[
    'Output fell',
    ' by half',
    '. ',
    ' ',
    '2019',
    '12. ',
    '12) ',
    '- ',
    '+ ',
    '# ',
    '=',
    '> ',
    '\n',
  ],
  ...[
    '*',
    '_',
    '`',
    '~',
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
    'é',
    '“so”',
    ' – ',
    '\t',
  ],
);

const text = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((pieces): PhrasingContent => ({ type: 'text', value: pieces.join('') }));

const inline = fc.oneof(
  { weight: 3, arbitrary: text },
  text.map((child): PhrasingContent => ({ type: 'strong', children: [child] })),
  text.map((child): PhrasingContent => ({ type: 'emphasis', children: [child] })),
  text.map((child): PhrasingContent => ({ type: 'link', url: 'https://a.org', children: [child] })),
  fc.constant<PhrasingContent>({ type: 'break' }),
  fc.constant<PhrasingContent>({ type: 'footnoteReference', identifier: 'a', label: 'a' }),
);

const line = fc.array(inline, { minLength: 1, maxLength: 5 });

const block = fc.oneof(
  line.map((children): Root['children'][number] => ({ type: 'paragraph', children })),
  line.map((children): Root['children'][number] => ({ type: 'heading', depth: 2, children })),
  line.map((children): Root['children'][number] => ({
    type: 'table',
    children: [{ type: 'tableRow', children: [{ type: 'tableCell', children }] }],
  })),
  line.map((children): Root['children'][number] => ({
    type: 'list',
    children: [{ type: 'listItem', children: [{ type: 'paragraph', children }] }],
  })),
);

test('whatever stands in a tree, its Markdown is the library’s', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (children) => {
      const tree = (): Root => ({ type: 'root', children: structuredClone(children) });
      const plain = toMarkdown(tree(), { extensions });
      expect(toMarkdown(tree(), { extensions, handlers: { text: textToMarkdown } })).toBe(plain);
    }),
    { numRuns: 500 },
  );
});
