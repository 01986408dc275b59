/**
 * A passage that a reader points at → its place in the YAML. A text knows the stretch it was written in;
 * inside of that, it is looked for by its letters, since YAML folds lines and doubles quotes and Markdown
 * escapes signs.
 */

/** A text of the page, and where in it the reader points: 0-based, in UTF-16 units. */
export interface Pointed {
  readonly text: string;
  readonly offset: number;
}

/** How many letters from the pointed one on are looked for, at most and at least. */
const longest = 40;
const shortest = 3;

/** A stretch of YAML as it was typed, a passage → its offset in the stretch; 0 where it is not found. */
export function findPassage(raw: string, { text, offset }: Pointed): number {
  const written = lettersOf(raw);
  const shown = lettersOf(text);
  const pointed = shown.offsets.findIndex((at) => at >= offset);
  const from = pointed === -1 ? Math.max(0, shown.letters.length - 1) : pointed;
  // The text as a whole says best which of two equal places is meant; then ever fewer of its letters.
  const whole = written.letters.indexOf(shown.letters);
  if (whole !== -1) return written.offsets[whole + from] ?? 0;
  const share = shown.letters.length === 0 ? 0 : from / shown.letters.length;
  for (let length = longest; length >= shortest; length = Math.floor(length / 2)) {
    const part = shown.letters.slice(from, from + length);
    const at = nearest(written.letters, part, share * written.letters.length);
    if (part.length >= shortest && at !== undefined) return written.offsets[at] ?? 0;
  }
  return Math.round(share * raw.length);
}

/** Letters and digits alone, with the offset that each has in the text. */
function lettersOf(text: string) {
  const offsets: number[] = [];
  let letters = '';
  for (const { 0: letter, index } of text.matchAll(/[\p{L}\p{N}]/gu)) {
    letters += letter;
    // A letter of two units stands for both.
    for (let unit = 0; unit < letter.length; unit += 1) offsets.push(index);
  }
  return { letters, offsets };
}

/** Of all places where `part` stands, the one closest to `expected`. */
function nearest(whole: string, part: string, expected: number): number | undefined {
  let best: number | undefined;
  if (part === '') return undefined;
  for (let at = whole.indexOf(part); at !== -1; at = whole.indexOf(part, at + 1)) {
    if (best === undefined || Math.abs(at - expected) < Math.abs(best - expected)) best = at;
  }
  return best;
}
