/**
 * Two spellings that are one slip of the hand apart.
 * Source: F. Damerau, "A technique for computer detection and correction of spelling errors",
 * Communications of the ACM 7:3 (1964).
 */

/** True where one letter is left out, put in or changed, or two neighbours are swapped. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  // Group1 and Group2 are two groups.
  if (numbersIn(a) !== numbersIn(b)) return false;
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) at += 1;
  const restA = a.slice(at);
  const restB = b.slice(at);
  if (restA.length !== restB.length) {
    return restA.length > restB.length ? restA.slice(1) === restB : restB.slice(1) === restA;
  }
  if (restA.slice(1) === restB.slice(1)) return true;
  const isSwapped = restA.charAt(0) === restB.charAt(1) && restA.charAt(1) === restB.charAt(0);
  return isSwapped && restA.slice(2) === restB.slice(2);
}

function numbersIn(word: string): string {
  return word.replace(/\P{Nd}/gu, '');
}

/** "Syria" and "Syrian", "State" and "States": another form of the word, in small letters. */
export function isInflected(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) && /[nsie]$/.test(long);
}
