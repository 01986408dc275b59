/** The font files that a text needs, from the packages they ship in. */
import type { FontFace } from '../model/document.ts';
import { charactersOf } from '../model/font-characters.ts';
import {
  defaultFamilies,
  type FallbackFamily,
  type FontFamily,
  fallbacksFor,
} from '../model/font-families.ts';
import { HostError, type ReadonlyFiles } from '../model/host.ts';
import { rememberFor } from '../model/remember.ts';
import {
  type CodePointRange,
  holdsAny,
  isInOneOf,
  parseUnicodeRange,
} from '../model/unicode-range.ts';

/** A text, for choosing fonts. */
export interface FontText {
  /** BCP 47 tag: the same Chinese character looks different in Japanese. */
  readonly lang: string;
  readonly codePoints: ReadonlySet<number>;
}

/** The fonts of an office. */
export interface HouseFonts {
  /** Names of the two families, for reading and for labels, where the office has chosen them. */
  readonly serif?: string | undefined;
  readonly sans?: string | undefined;
  /** Font files of the project; each is the whole font. */
  readonly files: readonly FontFace[];
}

/**
 * shipped files, text, fonts of the office → faces: the two families that everything is set in first,
 * then those of scripts and signs that the text has characters of. Where the office has chosen a family,
 * the shared one comes along for characters that the chosen one lacks, if there are any. Subsets that the
 * text has no use for stay out, and so do families that are not installed: whoever renders says which
 * character that leaves without a font.
 */
export async function loadFonts(
  shipped: ReadonlyFiles,
  { lang, codePoints }: FontText,
  house: HouseFonts = { files: [] },
): Promise<FontFace[]> {
  const [serif, sans] = [house.serif, house.sans].map((name) => name?.toLowerCase());
  const own = house.files.filter(({ family }) => [serif, sans].includes(family.toLowerCase()));
  const chosen = await Promise.all(
    [house.serif, house.sans].map((name, index) => chosenFamily(shipped, name, index, own)),
  );
  const families = new Map(chosen.flatMap((one) => (one === undefined ? [] : [[one.slug, one]])));
  const shared = [...families.values()].map((family) => loadShared(shipped, family, codePoints));
  const first = [...house.files, ...(await Promise.all(shared)).flat()];
  const rest = new Set([...codePoints].filter(isVisible).filter(lackedBy(first)));
  const others = defaultFamilies.filter(({ slug }) => rest.size > 0 && !families.has(slug));
  const standIns = others.map((family) => loadShared(shipped, family, rest));
  const fallbacks = dividedAmong(fallbacksFor(lang, codePoints), codePoints).map(
    ([family, needed]) => loadFallback(shipped, family, needed),
  );
  return [...first, ...(await Promise.all([...standIns, ...fallbacks])).flat()];
}

/** `Open Sans` → `open-sans`: its folder below `fonts/`, and its package. */
export function slugOf(family: string): string {
  return family
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The installed family of one of the two roles; undefined where a file of the project has that role. */
async function chosenFamily(
  shipped: ReadonlyFiles,
  name: string | undefined,
  role: number,
  own: readonly FontFace[],
): Promise<FontFamily | undefined> {
  const [shared] = defaultFamilies.slice(role);
  if (name === undefined) return shared;
  if (own.some(({ family }) => family.toLowerCase() === name.toLowerCase())) return undefined;
  const slug = slugOf(name);
  const known = defaultFamilies.find((family) => family.slug === slug);
  if (known !== undefined) return known;
  try {
    const bytes = await shipped.read(`fonts/${slug}/metadata.json`);
    // The package's own file.
    const about = JSON.parse(new TextDecoder().decode(bytes)) as FontsourceMetadata;
    return { family: about.family, slug, cuts: cutsOf(about) };
  } catch (error) {
    // What is not installed has been reported where it is named.
    if (error instanceof HostError && error.kind === 'file-missing') return shared;
    throw error;
  }
}

/** What a package of a font says of itself, as far as it is used. */
interface FontsourceMetadata {
  readonly family: string;
  readonly weights: readonly number[];
  readonly styles: readonly string[];
}

/** The cuts that the styles use, or the nearest that the family has: regular, italic, semibold. */
function cutsOf({ weights, styles }: FontsourceMetadata): FontFamily['cuts'] {
  const sorted = [...weights].sort((a, b) => a - b);
  const regular = sorted.findLast((weight) => weight <= 400) ?? sorted[0] ?? 400;
  const bold = sorted.find((weight) => weight >= 600) ?? sorted.at(-1) ?? regular;
  const italic = styles.includes('italic') ? ([[regular, 'italic']] as const) : [];
  const heavy = bold === regular ? [] : ([[bold, 'normal']] as const);
  return [[regular, 'normal'], ...italic, ...heavy];
}

/** A test for characters that none of the faces has. */
function lackedBy(faces: readonly FontFace[]): (codePoint: number) => boolean {
  const tests = faces.map(({ bytes, unicodeRange }) =>
    unicodeRange === undefined ? charactersOf(bytes) : isInOneOf(parseUnicodeRange(unicodeRange)),
  );
  return (codePoint) => !tests.some((has) => has(codePoint));
}

async function loadShared(
  shipped: ReadonlyFiles,
  family: FontFamily,
  codePoints: ReadonlySet<number>,
): Promise<FontFace[]> {
  const ranges = await readRanges(shipped, family.slug);
  return readSubsets(shipped, family, neededOf(ranges, codePoints));
}

/** Each character goes to the first family that is there for it; families without any stay out. */
function dividedAmong(
  families: readonly FallbackFamily[],
  codePoints: ReadonlySet<number>,
): (readonly [FallbackFamily, ReadonlySet<number>])[] {
  const rest = new Set([...codePoints].filter(isDrawn));
  return families.flatMap((family) => {
    if (rest.size === 0) return [];
    const ranges = parseUnicodeRange(family.covers);
    const own = new Set([...rest].filter(isInOneOf(ranges)));
    for (const codePoint of own) rest.delete(codePoint);
    return own.size === 0 ? [] : [[family, own] as const];
  });
}

/** Line ends and other controls are drawn by no font. */
function isVisible(codePoint: number): boolean {
  return codePoint >= 0x20 && !(codePoint >= 0x7f && codePoint < 0xa0);
}

/** Latin letters are the shared families' business; joiners alone are no reason to load a script. */
function isDrawn(codePoint: number): boolean {
  const isInvisible = codePoint >= 0x200b && codePoint <= 0x200f;
  return codePoint > 0xff && !isInvisible;
}

async function loadFallback(
  shipped: ReadonlyFiles,
  family: FallbackFamily,
  codePoints: ReadonlySet<number>,
): Promise<FontFace[]> {
  const { slug, subset, covers } = family;
  try {
    const needed =
      subset === undefined
        ? neededOf(await readRanges(shipped, slug), codePoints)
        : new Map([[subset, covers]]);
    return await readSubsets(shipped, family, needed);
  } catch (error) {
    if (error instanceof HostError && error.kind === 'file-missing') return [];
    throw error;
  }
}

function neededOf(
  subsets: ReadonlyMap<string, SubsetRange>,
  codePoints: ReadonlySet<number>,
): Map<string, string> {
  const needed = [...subsets].filter(([, { ranges }]) => holdsAny(ranges, codePoints));
  return new Map(needed.map(([subset, { text }]) => [subset, text]));
}

/** subset → unicode-range, of one family → all cuts of these subsets. */
async function readSubsets(
  shipped: ReadonlyFiles,
  { family, slug, cuts }: FontFamily,
  subsets: ReadonlyMap<string, string>,
): Promise<FontFace[]> {
  return Promise.all(
    [...subsets].flatMap(([subset, unicodeRange]) =>
      cuts.map(async ([weight, style]): Promise<FontFace> => {
        const bytes = await readOnce(shipped, `fonts/${slug}/${subset}-${weight}-${style}.woff2`);
        return { family, weight, style, unicodeRange, bytes };
      }),
    ),
  );
}

/** Nobody edits a font while briefs are built: every brief gets the same object. */
const readOnce = rememberFor((shipped: ReadonlyFiles, path: string) => shipped.read(path));

/** A subset's `unicode-range`, as it is written and as it is read. */
interface SubsetRange {
  readonly text: string;
  readonly ranges: readonly CodePointRange[];
}

/** Subset → its range. Large families number their subsets: `[12]`, in files named `12`. */
const readRanges = rememberFor(async (shipped: ReadonlyFiles, slug: string) => {
  const bytes = await readOnce(shipped, `fonts/${slug}/unicode.json`);
  // The package's own file: subset → unicode-range, both strings.
  const ranges = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>;
  return new Map(
    Object.entries(ranges).map(([subset, text]): [string, SubsetRange] => [
      subset.replace(/^\[(\d+)\]$/, '$1'),
      { text, ranges: parseUnicodeRange(text) },
    ]),
  );
});
