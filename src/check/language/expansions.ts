/**
 * Acronyms that the prose itself explains: "Media Oversight Committee (MOC)", "MOC (Media Oversight
 * Committee)". The letters are matched from right to left, the first one at the start of a word.
 * Source: A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in
 * biomedical text", Pacific Symposium on Biocomputing (2003).
 */

import { isAcronym, isLetterOrDigit, plainAcronym } from './letters.ts';

/** An acronym in capitals, and the offset from which readers know it. */
export interface Expansion {
  readonly acronym: string;
  readonly start: number;
}

/** prose → the expansions in it. */
export function expansionsIn(text: string): Expansion[] {
  if (!text.includes('(')) return [];
  return [...text.matchAll(/\(([^()]{2,100})\)/g)].flatMap(({ 1: inner = '', index }) => {
    const from = Math.max(0, index - farthest);
    const before = text.slice(from, index).trimEnd();
    // "(MOC)", "(the MOC; see below)": the full form stands before.
    const inside = plainAcronym(inner.replace(/[,;].*$/s, '').replace(introduction, ''));
    if (isAcronym(inside)) {
      return spells(lastWords(before, inside), inside) ? [{ acronym: inside, start: index }] : [];
    }
    // "MOC (Media Oversight Committee)": it stands between the brackets.
    const outside = /[^\s(]+$/.exec(before)?.[0] ?? '';
    const acronym = plainAcronym(outside);
    const start = from + before.length - outside.length;
    return isAcronym(acronym) && spells(inner, acronym) ? [{ acronym, start }] : [];
  });
}

/** No full form is longer, in characters: looking back to the start of a long field would take its square. */
const farthest = 2_000;

const introduction = /^(?:(?:the|also|hereafter) )+/;

/** The words that can hold the full form: at most twice the letters, or five more. */
function lastWords(text: string, acronym: string): string {
  const count = Math.min(acronym.length + 5, acronym.length * 2);
  return text.trim().split(/\s+/).slice(-count).join(' ');
}

/** True when the letters of the acronym stand in the words, in order, the first at a word's start. */
function spells(words: string, acronym: string): boolean {
  const form = words.toLowerCase();
  const letters = [...acronym.toLowerCase()].filter(isLetterOrDigit);
  let at = form.length;
  for (const [index, letter] of [...letters.entries()].reverse()) {
    do at = at === 0 ? -1 : form.lastIndexOf(letter, at - 1);
    while (index === 0 && at > 0 && isLetterOrDigit(form.charAt(at - 1)));
    if (at < 0) return false;
  }
  return letters.length > 1;
}
