import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { literalText, markEscaped } from '../../../src/model/literal-brackets.ts';
import { parseMarkdown } from '../../../src/model/markdown.ts';
import { citationsIn, withoutCode } from '../../../src/model/mentions.ts';
import { fc } from '../../support/property.ts';

/** What the stage that ties ids to records sees. */
function inSource(markdown: string): readonly string[] {
  return citationsIn(withoutCode(markdown)).flatMap(({ items }) => items.map(({ id }) => id));
}

/** What is printed. */
function inTree(markdown: string): readonly string[] {
  const ids: string[] = [];
  visit(parseMarkdown(markdown), 'text', (node) => {
    const raw = markdown.slice(node.position?.start.offset, node.position?.end.offset);
    for (const { items } of citationsIn(markEscaped(node.value, raw))) {
      ids.push(...items.map(({ id }) => id));
    }
  });
  return ids;
}

describe('citations before and after parsing', () => {
  it.each([
    'A [@a, p. 3; see @b].',
    '> [@a;\n> @b]',
    '- x [@a]\n- ```\n  [@b]\n  ```',
    '\\[@a] \\\\[@b] [\\@c] [@d\\]',
    '`[@a]` ``[@b] ` `` [@c] ` [@d]',
    '| x [@a] | `[@b]` |\n|---|---|\n| \\| [@c] | y |',
    '*[@a]* **b [@b]** [c [@c]](https://e.example) ~~[@d]~~',
    '# H [@a]\n\n~~~\n[@b]\n~~~\n\n[^n]: [@c]\n\nx[^n]',
    '[@a](#x) [@b][@c] ![@d](e.png) [e @f and @g]',
    '[see R&amp;D @a] [x; @b] [@c_d] [_x_ @d] [a_b @e]',
  ])('are the same in %j', (markdown) => {
    expect([...inTree(markdown)].sort()).toEqual([...inSource(markdown)].sort());
  });

  it('are the same whatever an author writes on a line', () => {
    const token = fc.constantFrom(
      ...[
        '[',
        ']',
        '@a',
        '@b-2',
        '-@c',
        '; ',
        ', p. 3',
        '`',
        '``',
        '\\',
        '(',
        '*',
        '_',
        '~~',
        '&amp;',
        'é',
      ],
      ...[' ', ' and ', 'x', '@', '\\[', '\\@', '\\]', '[@d]', '[see @e, 5]', '`[@f]`', '[@g; @h]'],
    );
    // A letter in front keeps the line from being a list, a heading, a definition or code.
    const line = fc.array(token, { maxLength: 14 }).map((tokens) => `x ${tokens.join('')}`);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
        const markdown = lines.join('\n\n');
        // An escaped comma or hyphen means nothing; the source stage reads it as the end of the citation.
        fc.pre(!/\\[-;,.=+&#:]/.test(markdown));
        expect(inTree(markdown)).toEqual(inSource(markdown));
      }),
      { numRuns: 400 },
    );
  });

  it('are never found in a field that is no Markdown', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(citationsIn(literalText(`${before}[@a, p. 3]${after}`))).toEqual([]);
      }),
    );
  });
});
