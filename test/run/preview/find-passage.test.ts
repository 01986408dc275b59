import { expect, test } from 'vitest';
import { findPassage } from '../../../src/run/preview/find-passage.ts';
import { fc } from '../../support/property.ts';

/** What stands at the place that was found, up to the end of the word. */
const wordAt = (raw: string, text: string, word: string) => {
  const at = findPassage(raw, { text, offset: text.indexOf(word) });
  return /^[\p{L}\p{N}]+/u.exec(raw.slice(at))?.[0];
};

test.each([
  ['a plain text', 'Output fell by half.'],
  ['a folded block', 'Output fell\n      by half.'],
  ['a text in quotes', '"Output\\tfell \\"by\\" half."'],
  ['doubled quotes', "'Output ''fell'' by half.'"],
  ['Markdown', 'Output **fell** by\\_half.'],
])('finds a word in %s', (_what, raw) => {
  for (const word of ['Output', 'fell', 'by', 'half']) {
    expect(wordAt(raw, 'Output fell by half.', word)).toBe(word);
  }
});

test('finds the second of two equal words', () => {
  const text = 'The purge was large. The purge was short.';
  const raw = 'The purge\n  was large. The\n  purge was short.';
  const second = text.lastIndexOf('purge');
  expect(findPassage(raw, { text, offset: second })).toBe(raw.lastIndexOf('purge'));
});

test('finds the rest where a part of the text came from elsewhere', () => {
  const raw = 'More than [](#purge.channels) channels went [@source, p. 3]; few came back.';
  expect(wordAt(raw, 'More than 43,000 channels went; few came back.', 'channels')).toBe(
    'channels',
  );
  expect(wordAt(raw, 'More than 43,000 channels went; few came back.', 'few')).toBe('few');
});

test('stays inside the stretch, whatever it is given', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.integer(), (raw, text, offset) => {
      const at = findPassage(raw, { text, offset });
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(raw.length);
    }),
  );
});
