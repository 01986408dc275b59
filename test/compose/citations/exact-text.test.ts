import { toString as plainTextOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../../src/compose/citations/csl-item.ts';
import { fc } from '../../support/property.ts';
import { cite } from './cite.ts';

/** Everything that means something to a parser on the way: CSL's, Markdown's, the engine's own. */
const token = fc.constantFrom(
  ...['<i>', '</i>', '<b>', '&amp;', '<script>', '*', '_', '[@a]', '](', '{{x}}', '%%STRING%%'],
  ...[
    '<span class="nocase">',
    '$1',
    '\\',
    'é',
    '字',
    'ن',
    '😀',
    ' ',
    'word',
    '\u2028',
    'valueOf',
    '__proto__',
  ],
);

describe('the text of a source', () => {
  it('comes out as exactly that text, quotation marks and the end of a sentence aside', async () => {
    // Quotation marks follow the language of the brief, and a full stop is not printed twice.
    const plain = fc
      .string({ unit: 'binary', maxLength: 4 })
      .map((text) => text.replace(/[\s"'‘’“”«»„‚‹›.,;:!?\p{C}\uFFFD]/gu, ''));
    const words = fc.array(fc.oneof(token, plain), { minLength: 1, maxLength: 6 });
    const title = words.map((parts) => `A ${parts.join('').replace(/[\s\u2028]+/g, ' ')}z`);
    await fc.assert(
      fc.asyncProperty(title, async (text) => {
        const sources: Record<string, Source> = {
          a: { type: 'book', title: text, publisher: text },
        };
        const { notes, references } = await cite('[@a]', { sources });
        expect(notes.map((note) => plainTextOf(note)).join()).toContain(text);
        expect(references.map((note) => plainTextOf(note)).join()).toContain(text);
      }),
      { numRuns: 25 },
    );
  });

  it('never makes the engine fail, and leaves no mark behind', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
      fc.array(token, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('')),
    );
    const source = fc.record(
      {
        type: fc.constantFrom(
          'book',
          'article-journal',
          'chapter',
          'webpage',
          'legislation',
          'post',
        ),
        title: text,
        author: fc.array(
          fc.oneof(fc.record({ literal: text }), fc.record({ family: text, given: text })),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
        issued: fc.oneof(
          text,
          fc.constantFrom('2024/..', '../2020', '2020/2021-05', '202X', '2020~'),
        ),
        'container-title': text,
        volume: text,
        page: text,
        edition: text,
        URL: text,
        language: text,
      },
      { requiredKeys: ['type', 'title'] },
    );
    await fc.assert(
      fc.asyncProperty(source, fc.constantFrom('notes', 'author-date'), async (given, style) => {
        // `undefined` never stands in data; the record leaves such keys out.
        const sources = { a: given as Source };
        const { notes, tree, diagnostics } = await cite('See [@a, p. 3] and [-@a].', {
          sources,
          style,
        });
        expect(diagnostics).toEqual([]);
        const printed = JSON.stringify([tree, notes]);
        expect(printed).not.toMatch(/[\uE010-\uE014]|CSL STYLE ERROR|NO_PRINTED_FORM/);
      }),
      { numRuns: 30 },
    );
  });
});
