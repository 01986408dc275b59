/**
 * Identifiers that end in a digit worked out from the others, so that a slip of the hand shows. Each
 * function takes the text as it was typed and gives its flaw, or undefined where it is sound.
 */
import type { Flaw } from './flaw.ts';

const retype = 'compare it digit by digit with where you found it';

/** `0000-0002-1825-0097`. Source: ISO 7064 MOD 11-2, as ORCID uses it (support.orcid.org). */
export function orcidFlaw(orcid: string): Flaw | undefined {
  const digits = orcid.replaceAll('-', '');
  const total = [...digits.slice(0, -1)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  return digits.at(-1) === (check === 10 ? 'X' : String(check)) ? undefined : wrong();
}

/** Digits of ROR ids: base 32 without i, l, o and u. Source: D. Crockford, "Base 32". */
const rorDigits = '0123456789abcdefghjkmnpqrstvwxyz';

/** `05a28rw58`. Source: ISO/IEC 7064 MOD 97-10, as ROR uses it (ror.readme.io, "ROR identifier"). */
export function rorFlaw(ror: string): Flaw | undefined {
  const values = [...ror.slice(0, 7)].map((digit) => rorDigits.indexOf(digit));
  if (values.includes(-1))
    return { problem: 'holds i, l, o or u, which no ROR id has', hint: retype };
  const number = values.reduce((sum, value) => sum * 32 + value, 0);
  const check = 98 - ((number * 100) % 97);
  return Number(ror.slice(7)) === check ? undefined : wrong();
}

/** ISBN of 10 or 13 digits, hyphens or not. Source: ISBN Users' Manual, 7th edition, chapter 5. */
export function isbnFlaw(isbn: string): Flaw | undefined {
  const digits = isbn.replace(/[\s-]/g, '').toUpperCase();
  if (/^\d{9}[\dX]$/.test(digits)) return hasSum(digits, 11, tenDown) ? undefined : wrong();
  if (/^97[89]\d{10}$/.test(digits)) return hasSum(digits, 10, oneThree) ? undefined : wrong();
  return {
    problem: 'has not 10 digits, or 13 that begin with 978 or 979',
    hint: 'write one ISBN with its digits and hyphens only: 978-0-306-40615-7',
  };
}

/** `0378-5955`. Source: ISO 3297. */
export function issnFlaw(issn: string): Flaw | undefined {
  if (!/^\d{4}-\d{3}[\dX]$/.test(issn)) {
    return { problem: 'is not two groups of four with a hyphen', hint: 'write it as 0378-5955' };
  }
  return hasSum(issn.replace('-', ''), 11, (index) => 8 - index) ? undefined : wrong();
}

const tenDown = (index: number) => 10 - index;
const oneThree = (index: number) => (index % 2 === 0 ? 1 : 3);

/** True where the digits, each times its weight, add up to a multiple of the modulus; X is ten. */
function hasSum(digits: string, modulus: number, weight: (index: number) => number): boolean {
  const values = [...digits].map((digit) => (digit === 'X' ? 10 : Number(digit)));
  return values.reduce((sum, value, index) => sum + value * weight(index), 0) % modulus === 0;
}

function wrong(): Flaw {
  return { problem: 'has a wrong check digit', hint: retype };
}
