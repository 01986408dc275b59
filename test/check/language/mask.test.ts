import { describe, expect, it } from 'vitest';
import { mask } from '../../../src/check/language/mask.ts';
import { blot } from '../../../src/check/language/stretch.ts';
import type { Leaf } from '../../../src/model/stages.ts';
import { fc } from '../../support/property.ts';

const read = (value: string, type: Leaf['type'] = 'markdown') => mask({ path: [], type, value });

/** A masked field as one sees it: a dot for each space that stands for something else, # for a blot. */
function seen(value: string, key: 'text' | 'own' = 'own'): string {
  const masked = read(value)[key];
  return [...masked]
    .map((character, index) =>
      character === blot ? '#' : character === ' ' && value.charAt(index) !== ' ' ? '.' : character,
    )
    .join('');
}

describe('masking', () => {
  it('keeps every word of the prose where it stands in the field', () => {
    expect(seen('It is *very* **likely**.')).toBe('It is .very. ..likely...');
    expect(seen('A [worded link](https://example.org) here.')).toBe(
      'A .worded link...................... here.',
    );
    expect(seen('One &amp; two \\* three')).toBe('One &.... two .* three');
    expect(seen('# A heading\n\n1. An item\n2. Another')).toBe(
      '. A heading\n\n.. An item\n.. Another'.replaceAll('\n', '.'),
    );
  });

  it('blots out what a reader sees and we do not lint', () => {
    expect(seen('See `x` now.')).toBe('See ### now.');
    expect(seen('As [](#fig) shows.')).toBe('As ######## shows.');
    expect(seen('So it was [@a, p. 3; see @b].')).toBe('So it was ##################.');
    expect(seen('At https://example.org/x. Then')).toBe('At #####################. Then');
    expect(seen('Write to a.b@example.org, please')).toBe('Write to ###############, please');
    expect(seen('It is TLP:AMBER+STRICT only')).toBe('It is ################ only');
  });

  it('keeps quotations in the text and blots them out of our own words', () => {
    const value = 'He said “it ends.” It’s the group’s ‘own’ word, not "mine".';
    expect(seen(value, 'text')).toBe(value);
    expect(seen(value)).toBe('He said ########.# It’s the group’s ##### word, not ######.');
    expect(seen("IS' reaction and the users' view of 'Al-Naba' here")).toBe(
      "IS' reaction and the users' view of ######### here",
    );
  });

  it('leaves nothing of code blocks, quoted blocks and pictures', () => {
    const value = 'Before.\n\n> Quoted words.\n\n```\ncode\n```\n\nAfter.';
    expect(read(value).own.trim().split(/\s+/)).toEqual(['Before.', 'After.']);
    expect(read('A ![picture](x.png) here').own).not.toContain('picture');
  });

  it('gives paragraphs, items and cells as blocks of their own', () => {
    const value =
      'One\ntwo.\n\n- three\n- four\n\n| five | six |\n| --- | --- |\n| seven | eight |';
    const blocks = read(value).blocks.map(({ start, end }) => value.slice(start, end));
    expect(blocks.slice(0, 3)).toEqual(['One\ntwo.', 'three', 'four']);
    expect(blocks.slice(3).map((block) => block.replaceAll('|', '').trim())).toEqual([
      'five',
      'six',
      'seven',
      'eight',
    ]);
  });

  it('takes a field of text as it is', () => {
    expect(read('It is *very* likely.', 'text').own).toBe('It is *very* likely.');
  });

  it('never changes the length of a field, nor a character that it keeps', () => {
    const piece = fc.constantFrom(
      ...[
        'word ',
        'Word. ',
        '*x*',
        '`c`',
        '“q” ',
        "'s ",
        '\n',
        '\n\n',
        '- i',
        '> b',
        '# h',
        '|',
        '&lt;',
      ],
      ...[
        '[@a, p. 1]',
        '[](#f)',
        '[l](u)',
        '\\*',
        '_',
        '~~',
        '![i](u)',
        '😀',
        '[^1]',
        '    ',
        '1. ',
        '===',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const value = pieces.join('');
        const { text, own, blocks } = read(value);
        expect(text).toHaveLength(value.length);
        expect(own).toHaveLength(value.length);
        for (let at = 0; at < value.length; at += 1) {
          const kept = text.charAt(at);
          const isReference = kept === '<' && value.startsWith('&lt;', at);
          if (kept.trim() !== '' && kept !== blot && !isReference)
            expect(kept).toBe(value.charAt(at));
        }
        for (const { start, end } of blocks) expect(start).toBeLessThan(end);
      }),
    );
  });
});
