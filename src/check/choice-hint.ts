/** A word that is none of a closed list → which of them to write. */
import { suggest } from '../model/did-you-mean.ts';
import { markings } from '../model/marking.ts';

/** the word as typed, the possible ones → the remedy. */
export function choiceHint(typed: string, values: readonly string[]): string {
  if (values[0] === markings[0]) return markingHint(typed);
  const exact = values.find((value) => value.toLowerCase() === typed.trim().toLowerCase());
  if (exact !== undefined) return `write it exactly as ${exact}`;
  return suggest(typed, values) ?? `possible: ${values.join(', ')}`;
}

/**
 * A label is never guessed: the nearest one might be laxer than the one that was meant. Only other
 * spellings of the same label are put right.
 */
function markingHint(typed: string): string {
  const tight = typed
    .toUpperCase()
    .replace(/["'\s]+/g, '')
    .replace(/^TLP:?/, '');
  if (tight === 'WHITE') return 'TLP 2.0 calls it TLP:CLEAR';
  const label = tight.replace(/^AMBER[-_]?STRICT$/, 'AMBER+STRICT');
  const exact = markings.find((marking) => marking === `TLP:${label}`);
  if (exact !== undefined) return `write it exactly as ${exact}`;
  return `write one of ${markings.join(', ')}; the labels are never translated`;
}
