/**
 * The font families that pages are set in, and which characters each of them is there for. The first
 * two set everything; the others come in only where a text has characters of theirs.
 */
import { coversAny } from './unicode-range.ts';

/** One family, by its folder below `fonts/`, and the cuts of it that the styles use. */
export interface FontFamily {
  readonly family: string;
  readonly slug: string;
  readonly cuts: readonly (readonly [weight: number, style: 'normal' | 'italic'])[];
}

/** A family for the characters that the shared two lack. */
export interface FallbackFamily extends FontFamily {
  /** The characters that it is used for, as a CSS `unicode-range`. */
  readonly covers: string;
  /** The one subset that holds them; without it the package's own `unicode.json` decides. */
  readonly subset?: string;
  /** Of families for the same characters, the one for these languages (BCP 47 prefixes). */
  readonly languages?: readonly string[];
  /** Too large to come along: used where somebody has installed it. */
  readonly isOptional?: boolean;
}

const upright = [
  [400, 'normal'],
  [600, 'normal'],
] as const;

const readingCuts = [
  [400, 'normal'],
  [400, 'italic'],
  [600, 'normal'],
] as const;

/** The families of the shared styles: a serif for reading, a sans for labels and figures. */
export const defaultFamilies: readonly FontFamily[] = [
  { family: 'Source Serif 4', slug: 'source-serif-4', cuts: readingCuts },
  { family: 'Source Sans 3', slug: 'source-sans-3', cuts: readingCuts },
];

// Source of all ranges: Unicode 16, Blocks.txt; joiners and marks of direction go with each script.
const joiners = 'U+200C-200F';
const han = 'U+2E80-2FDF,U+3000-303F,U+31C0-31EF,U+3400-4DBF,U+4E00-9FFF,U+F900-FAFF,U+20000-3FFFF';
const fullWidth = 'U+3200-33FF,U+FE30-FE4F,U+FF00-FFEF';
const kana = 'U+3040-30FF,U+31F0-31FF';
const hangul = 'U+1100-11FF,U+3130-318F,U+A960-A97F,U+AC00-D7FF';
const bopomofo = 'U+3100-312F,U+31A0-31BF';
const eastAsian = [han, fullWidth, kana, hangul, bopomofo].join();

/** Families by script, each with as few files as its characters need. */
export const scriptFamilies: readonly FallbackFamily[] = [
  {
    // Its letters are whole glyphs, so that a PDF keeps the words; Noto's come apart into body and dots.
    family: 'Amiri',
    slug: 'amiri',
    subset: 'arabic',
    covers: `U+0600-06FF,U+0750-077F,U+0870-08FF,U+FB50-FDFF,U+FE70-FEFE,${joiners}`,
    cuts: [
      [400, 'normal'],
      [700, 'normal'],
    ],
  },
  {
    family: 'Noto Serif Hebrew',
    slug: 'noto-serif-hebrew',
    subset: 'hebrew',
    covers: `U+0590-05FF,U+20AA,U+FB1D-FB4F,${joiners}`,
    cuts: upright,
  },
  {
    family: 'Noto Serif Devanagari',
    slug: 'noto-serif-devanagari',
    subset: 'devanagari',
    covers: `U+0900-097F,U+1CD0-1CFF,U+A830-A839,U+A8E0-A8FF,${joiners}`,
    cuts: upright,
  },
  {
    family: 'Noto Serif Bengali',
    slug: 'noto-serif-bengali',
    subset: 'bengali',
    covers: `U+0980-09FF,${joiners}`,
    cuts: upright,
  },
  {
    family: 'Noto Serif Thai',
    slug: 'noto-serif-thai',
    subset: 'thai',
    covers: 'U+0E00-0E7F,U+200B-200F',
    cuts: upright,
  },
  {
    family: 'Noto Sans Ethiopic',
    slug: 'noto-sans-ethiopic',
    subset: 'ethiopic',
    covers: 'U+1200-139F,U+2D80-2DDF,U+AB00-AB2F,U+1E7E0-1E7FF',
    cuts: upright,
  },
];

/** One family a language: the same characters are drawn in another way in each. */
export const eastAsianFamilies: readonly FallbackFamily[] = [
  eastAsianFamily('Noto Serif TC', 'noto-serif-tc', ['zh-hant', 'zh-tw', 'zh-hk', 'zh-mo', 'yue']),
  eastAsianFamily('Noto Serif JP', 'noto-serif-jp', ['ja']),
  eastAsianFamily('Noto Serif KR', 'noto-serif-kr', ['ko']),
  eastAsianFamily('Noto Serif SC', 'noto-serif-sc', ['zh']),
];

/** Signs that no script owns, the smallest file first. */
export const signFamilies: readonly FallbackFamily[] = [
  {
    family: 'Open Sans',
    slug: 'open-sans',
    subset: 'math',
    covers:
      'U+2070,U+2074-2079,U+2080-2089,U+2202,U+2206,U+2211,U+221A,U+221E,U+2248,U+2260,U+2264-2265',
    cuts: upright,
  },
  {
    family: 'Noto Sans Symbols',
    slug: 'noto-sans-symbols',
    subset: 'symbols',
    covers: 'U+2190,U+2192,U+2194-2199,U+2460-24FF,U+25A0-25FF,U+2600-27BF',
    cuts: upright,
  },
  {
    family: 'Noto Sans Math',
    slug: 'noto-sans-math',
    subset: 'latin',
    covers:
      'U+2021,U+2030,U+2100-214F,U+2195-21FF,U+2200-23FF,U+27C0-27FF,U+2900-2AFF,U+1D400-1D7FF',
    cuts: [[400, 'normal']],
  },
];

function eastAsianFamily(
  family: string,
  slug: string,
  languages: readonly string[],
): FallbackFamily {
  return { family, slug, languages, covers: eastAsian, cuts: upright, isOptional: true };
}

/** language, characters of a text → the families that may be needed, in order of preference. */
export function fallbacksFor(
  lang: string,
  codePoints: ReadonlySet<number>,
): readonly FallbackFamily[] {
  return [...scriptFamilies, eastAsianFor(lang, codePoints), ...signFamilies];
}

/** The language decides; in a text of another language, kana and hangul say what the rest is. */
function eastAsianFor(lang: string, codePoints: ReadonlySet<number>): FallbackFamily {
  const tag = lang.toLowerCase();
  const isNamed = ({ languages = [] }: FallbackFamily) =>
    languages.some((prefix) => tag === prefix || tag.startsWith(`${prefix}-`));
  const has = (range: string) => coversAny(range, codePoints);
  const own = eastAsianFamilies.find(isNamed);
  if (own !== undefined) return own;
  const guess = has(kana) ? 'noto-serif-jp' : has(hangul) ? 'noto-serif-kr' : 'noto-serif-sc';
  const found = eastAsianFamilies.find(({ slug }) => slug === guess);
  if (found === undefined) throw new Error(`no family "${guess}"`);
  return found;
}

/** language, a character that no font drew → the package to install, where there is one. */
export function packageFor(lang: string, codePoint: number): string | undefined {
  const candidates = fallbacksFor(lang, new Set([codePoint]));
  const fitting = candidates.find(
    ({ isOptional, covers }) => isOptional === true && coversAny(covers, new Set([codePoint])),
  );
  return fitting && `@fontsource/${fitting.slug}`;
}
