import { expect, test } from 'vitest';
import { isOneSlip } from '../../../src/check/language/slip.ts';
import { slipIndex } from '../../../src/check/language/slip-index.ts';
import { fc } from '../../support/property.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 6 });

test('no word that is one slip away is missed', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), word, (words, asked) => {
      const found = slipIndex(words)(asked);
      const near = words.flatMap((one, index) => (isOneSlip(one, asked) ? [index] : []));
      expect(found.filter((index) => isOneSlip(words[index] ?? '', asked))).toEqual(near);
    }),
  );
});
