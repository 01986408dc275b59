/** The order of names, and hashes that do not depend on it. */
import { expect, test } from 'vitest';
import { combineHashes, sha256 } from '../../src/model/hash.ts';
import { compareCodePoints } from '../../src/model/order.ts';

test('names are ordered by code point, also beyond the basic plane', () => {
  const sorted = ['', 'A', 'Z', 'a', 'a-b', 'a/b', 'ab', 'é', '\uFF5E', '\u{1F600}', '\u{1F601}'];
  expect(sorted.toReversed().sort(compareCodePoints)).toEqual(sorted);
  expect(compareCodePoints('same', 'same')).toBe(0);
});

test('a hash is that of the bytes, text as UTF-8', () => {
  // Source: FIPS 180-2, appendix B.1.
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256(new Uint8Array([0xc3, 0xa9]))).toBe(sha256('é'));
});

test('combined hashes depend on names and contents, not on their order', () => {
  const one = new Map([
    ['a', sha256('1')],
    ['b', sha256('2')],
  ]);
  const swapped = new Map([
    ['a', sha256('2')],
    ['b', sha256('1')],
  ]);
  expect(combineHashes(new Map([...one].reverse()))).toBe(combineHashes(one));
  expect(combineHashes(swapped)).not.toBe(combineHashes(one));
});
