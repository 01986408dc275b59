/** Gathers the characters of many texts; nearly all of them are the same hundred, again and again. */

export interface CodePoints {
  /** Every code point that was in one of the texts. */
  readonly all: ReadonlySet<number>;
  add(text: string): void;
}

/** → code points of no text yet. */
export function createCodePoints(): CodePoints {
  const all = new Set<number>();
  const isKnown = new Uint8Array(0x80);
  const add = (text: string): void => {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) {
        if (isKnown[unit] === 0) all.add(unit);
        isKnown[unit] = 1;
      } else {
        const codePoint = text.codePointAt(at) ?? unit;
        all.add(codePoint);
        if (codePoint > 0xffff) at += 1;
      }
    }
  };
  return { all, add };
}
