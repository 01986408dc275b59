/**
 * How wide a text is, without a browser: the advance widths of Source Sans 3, and an average for each
 * script that it lacks. Labels are laid out by this, so it errs on the wide side.
 */

/** Text, size in pixels, weight → width in pixels. */
export function textWidth(text: string, sizePx: number, isBold = false): number {
  let units = 0;
  for (const character of text.normalize('NFD')) units += advance(character);
  return (units / 1000) * sizePx * (isBold ? boldRatio : 1) * margin;
}

/**
 * text, width and size in pixels → its lines, broken at spaces. A word that is wider than a line is
 * broken where it must be, and texts without spaces (Chinese, Thai) between any two characters.
 */
export function wrapText(text: string, widthPx: number, sizePx: number, isBold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const segment of partsOf(text, widthPx, sizePx, isBold)) {
    const longer = line + segment;
    if (line === '' || textWidth(longer.trimEnd(), sizePx, isBold) <= widthPx) {
      line = longer.trimStart();
    } else {
      lines.push(line.trimEnd());
      line = segment.trimStart();
    }
  }
  return [...lines, line.trimEnd()].filter((one, index) => one !== '' || index === 0);
}

/** text → width of its longest word in pixels: less room than this would break it. */
export function longestWord(text: string, sizePx: number, isBold = false): number {
  const words = unspaced.test(text) ? [...text] : text.split(/\s+/u);
  return Math.max(...words.map((word) => textWidth(word, sizePx, isBold)));
}

function partsOf(text: string, widthPx: number, sizePx: number, isBold: boolean): string[] {
  if (unspaced.test(text)) return [...text];
  return text
    .split(/(?<=[ \t\n])/u)
    .flatMap((word) => (textWidth(word, sizePx, isBold) <= widthPx ? [word] : [...word]));
}

/** Scripts without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Another font of the reader's may run wider. */
const margin = 1.04;

/** Semibold against regular, over the letters of English. Source: hmtx tables of the two cuts. */
const boldRatio = 1.03;

/** Advance widths of U+0020–U+007E, in thousandths of the size. Source: hmtx of Source Sans 3, 400. */
const latin = [
  200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497,
  497, 497, 497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527,
  494, 617, 652, 263, 479, 579, 486, 727, 647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513,
  476, 539, 303, 350, 303, 497, 500, 542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495,
  255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497,
] as const;

/** Averages by script; the first that fits. Sources: hmtx of Source Sans 3; a full em in East Asia. */
const averages: readonly (readonly [RegExp, number])[] = [
  [/[\p{Mn}\p{Me}\p{Cf}]/u, 0],
  [/[\u2018\u2019]/u, 249],
  [/[\u201c-\u201e]/u, 426],
  [/[\u2013\u2212]/u, 497],
  [/[\u00a0\u2009\u202f]/u, 200],
  [/\p{Script=Greek}/u, 534],
  [/\p{Script=Cyrillic}/u, 599],
  [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff00-\uffef\u3000-\u303f]/u,
    1000,
  ],
  [/[\p{Script=Arabic}\p{Script=Hebrew}]/u, 560],
  [/\p{Extended_Pictographic}/u, 1000],
];

/** For letters of any other script. */
const otherwise = 700;

function advance(character: string): number {
  const known = latin[(character.codePointAt(0) ?? 0) - 0x20];
  if (known !== undefined) return known;
  return averages.find(([pattern]) => pattern.test(character))?.[1] ?? otherwise;
}
