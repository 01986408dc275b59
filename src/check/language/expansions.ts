/**
 * Acronyms that the prose itself explains: "Media Oversight Committee (MOC)", "MOC (Media Oversight
 * Committee)". The letters are matched from right to left, the first one at the start of a word.
 * Source: A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in
 * biomedical text", Pacific Symposium on Biocomputing (2003).
 */

/** An acronym in capitals, and the offset from which readers know it. */
export interface Expansion {
  readonly acronym: string;
  readonly start: number;
}

const bracketed =
  /\((?:the |also |hereafter )*(\p{Lu}[\p{Lu}\p{N}]*(?:[-‑][\p{Lu}\p{N}]+)*)s?[),;]/gu;
const explained = /(\p{Lu}[\p{Lu}\p{N}]*(?:[-‑][\p{Lu}\p{N}]+)*)s? \(([^()]{4,100})[),;]/gu;

/** prose → the expansions in it. */
export function expansionsIn(text: string): Expansion[] {
  if (!text.includes('(')) return [];
  const after = [...text.matchAll(bracketed)].flatMap((found) => {
    const acronym = found[1] ?? '';
    const before = lastWords(text.slice(0, found.index), acronym);
    return spells(before, acronym) ? [{ acronym, start: found.index }] : [];
  });
  const before = [...text.matchAll(explained)].flatMap((found) => {
    const acronym = found[1] ?? '';
    return spells(found[2] ?? '', acronym) ? [{ acronym, start: found.index }] : [];
  });
  return [...after, ...before];
}

/** The words that can hold the full form: at most twice the letters, or five more. */
function lastWords(text: string, acronym: string): string {
  const count = Math.min(acronym.length + 5, acronym.length * 2);
  return text.trim().split(/\s+/).slice(-count).join(' ');
}

/** True when the letters of the acronym stand in the words, in order, the first at a word's start. */
function spells(words: string, acronym: string): boolean {
  const form = words.toLowerCase();
  const letters = [...acronym.toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  let at = form.length;
  for (const [index, letter] of [...letters.entries()].reverse()) {
    do at = at === 0 ? -1 : form.lastIndexOf(letter, at - 1);
    while (index === 0 && at > 0 && /[\p{L}\p{N}]/u.test(form.charAt(at - 1)));
    if (at < 0) return false;
  }
  return letters.length > 1;
}
