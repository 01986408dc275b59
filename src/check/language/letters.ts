/**
 * Large and small letters of any script, by case mapping: a letter is large where its small form
 * differs. Patterns with Unicode classes say the same, but each costs a millisecond to compile, and
 * the rules would need twenty.
 */

/** True where the first character is a large letter. */
export function startsLarge(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
}

/** True where there are letters with case and none is small: "MOC", "ISIS-K", "2A". */
export function isLarge(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/** True for a letter with case or a digit. */
export function isLetterOrDigit(character: string): boolean {
  return character.toLowerCase() !== character.toUpperCase() || /\d/.test(character);
}

/** Starts with a large letter, has another, and no small one: "MOC", "ISIS-K", "U.S"; not "A4". */
export function isAcronym(text: string): boolean {
  return startsLarge(text) && isLarge(text) && text.replace(/[\d.‑-]/g, '').length > 1;
}

/** "NGOs" → "NGO", "U.S" → "US"; anything else as it is. */
export function plainAcronym(text: string): string {
  const word = /s$/.test(text) && isLarge(text.slice(0, -1)) ? text.slice(0, -1) : text;
  return /^(?:[^.]\.)+[^.]$/.test(word) ? word.replaceAll('.', '') : word;
}
