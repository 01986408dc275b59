/**
 * Where in a source something stands: `p. 3`, `paras. 5–6`, `00:12:40`. Labels are those that pandoc
 * and CSL 1.0.2 share; words of other languages are no labels and stay as text.
 */

/** CSL's names of the parts of a source, as far as briefs cite them. */
export type LocatorLabel =
  | 'page'
  | 'paragraph'
  | 'chapter'
  | 'section'
  | 'volume'
  | 'figure'
  | 'table'
  | 'note'
  | 'line'
  | 'column'
  | 'part'
  | 'appendix'
  | 'article-locator'
  | 'timestamp';

/** A label and what it counts: `{ label: 'page', value: '3–5, 9' }`. */
export interface Locator {
  readonly label: LocatorLabel;
  readonly value: string;
}

/** A locator at the start of a text, and how much of the text it takes. */
export interface LeadingLocator {
  readonly locator: Locator;
  /** Offset in the text after the locator. */
  readonly end: number;
}

/** Spellings in lower case, without the dot. */
const labels: Readonly<Record<LocatorLabel, readonly string[]>> = {
  page: ['p', 'pp', 'pg', 'page', 'pages'],
  paragraph: ['para', 'paras', 'paragraph', 'paragraphs', '¶', '¶¶'],
  chapter: ['ch', 'chs', 'chap', 'chaps', 'chapter', 'chapters'],
  section: ['sec', 'secs', 'sect', 'section', 'sections', '§', '§§'],
  volume: ['vol', 'vols', 'volume', 'volumes'],
  figure: ['fig', 'figs', 'figure', 'figures'],
  table: ['tab', 'tabs', 'table', 'tables'],
  note: ['n', 'nn', 'note', 'notes'],
  line: ['l', 'll', 'line', 'lines'],
  column: ['col', 'cols', 'column', 'columns'],
  part: ['pt', 'pts', 'part', 'parts'],
  appendix: ['app', 'appendix', 'appendices'],
  'article-locator': ['art', 'arts', 'article', 'articles'],
  timestamp: [],
};

const labelOf: ReadonlyMap<string, LocatorLabel> = new Map(
  // Object.entries forgets the key type that the table above has just fixed.
  (Object.entries(labels) as [LocatorLabel, readonly string[]][]).flatMap(([label, spellings]) =>
    spellings.map((spelling) => [spelling, label] as const),
  ),
);

const time = String.raw`\d{1,2}:\d{2}(?::\d{2})?`;
/** In either case, letter by letter: a pattern without regard to case takes Unicode ten times as long. */
const roman = `(?=[ivxlcdmIVXLCDM])${inEitherCase(
  'm{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})',
)}`;
const numbered = String.raw`\p{L}?\d+\p{L}?(?:[.:]\d+)*(?:\(\p{L}?\d*\))*`;
const wordEnd = String.raw`(?![\p{L}\p{N}_@])`;

function inEitherCase(pattern: string): string {
  return pattern.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

function listOf(unit: string): string {
  const range = String.raw`${unit}(?:\s*[-–—]\s*${unit})?`;
  return String.raw`${range}(?:\s*[,&]\s*${range})*${wordEnd}`;
}

const labelledPattern = new RegExp(
  String.raw`^(\p{L}+|§§?|¶¶?)(\.?\s*)(${listOf(numbered)}|${listOf(roman)})`,
  'u',
);
const timePattern = new RegExp(`^${listOf(time)}`, 'u');
/** Without a label only digits, and not one number that a word follows, as in "2019 edition". */
const pagePattern = new RegExp(String.raw`^(?!\d+\s+\p{L})${listOf(String.raw`\d+`)}`, 'u');

/** text → the locator it begins with, or undefined. A bare number is a page. */
export function leadingLocator(text: string): LeadingLocator | undefined {
  const times = timePattern.exec(text)?.[0];
  if (times !== undefined) return found('timestamp', times, times.length);

  const [whole, word = '', gap = '', value = ''] = labelledPattern.exec(text) ?? [];
  const label = labelOf.get(word.toLowerCase());
  if (whole !== undefined && label !== undefined) {
    // "n. 5" and "p3" are locators, "pix" and "sing" are words.
    if (gap !== '' || /^\d/.test(value)) return found(label, value, whole.length);
  }
  const page = pagePattern.exec(text)?.[0];
  return page === undefined ? undefined : found('page', page, page.length);
}

/** A whole text as a locator, or undefined where it is something else. */
export function parseLocator(text: string): Locator | undefined {
  const trimmed = text.trim();
  const leading = leadingLocator(trimmed);
  return leading?.end === trimmed.length ? leading.locator : undefined;
}

function found(label: LocatorLabel, value: string, end: number): LeadingLocator {
  return { locator: { label, value: value.replace(/\s+/g, ' ') }, end };
}
