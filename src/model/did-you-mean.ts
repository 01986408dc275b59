/** The word that somebody probably meant. */
import { distance } from 'fastest-levenshtein';

/** word, candidates → the nearest one, where it is near enough to be worth offering. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    // That much is certain without counting: a project may hold thousands of candidates.
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const between = distance(wanted, candidate.toLowerCase());
    if (between < bestDistance) {
      best = candidate;
      bestDistance = between;
    }
  }
  return best;
}

/** The same as a remedy: `did you mean "x"?`, or the whole list where it is short. */
export function suggest(word: string, candidates: readonly string[]): string | undefined {
  const near = didYouMean(word, candidates);
  if (near !== undefined) return `did you mean "${near}"?`;
  if (candidates.length === 0 || candidates.length > 12) return undefined;
  return `possible: ${candidates.join(', ')}`;
}
