/** The font files that a text needs, from the packages they ship in. */
import type { FontFace } from '../model/document.ts';
import {
  defaultFamilies,
  type FallbackFamily,
  type FontFamily,
  fallbacksFor,
} from '../model/font-families.ts';
import { HostError, type ReadonlyFiles } from '../model/host.ts';
import { coversAny, parseUnicodeRange } from '../model/unicode-range.ts';

/** A text, for choosing fonts. */
export interface FontText {
  /** BCP 47 tag: the same Chinese character looks different in Japanese. */
  readonly lang: string;
  readonly codePoints: ReadonlySet<number>;
}

/**
 * shipped files, text → faces: the two shared families first, then those of scripts and signs that the
 * text has characters of. Subsets that the text has no use for stay out, and so do families that are
 * not installed: whoever renders says which character that leaves without a font.
 */
export async function loadFonts(
  shipped: ReadonlyFiles,
  { lang, codePoints }: FontText,
): Promise<FontFace[]> {
  const shared = defaultFamilies.map((family) => loadShared(shipped, family, codePoints));
  const fallbacks = dividedAmong(fallbacksFor(lang, codePoints), codePoints).map(([family, own]) =>
    loadFallback(shipped, family, own),
  );
  return (await Promise.all([...shared, ...fallbacks])).flat();
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
    const own = new Set(
      [...rest].filter((one) => ranges.some(([first, last]) => one >= first && one <= last)),
    );
    for (const codePoint of own) rest.delete(codePoint);
    return own.size === 0 ? [] : [[family, own] as const];
  });
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
  ranges: ReadonlyMap<string, string>,
  codePoints: ReadonlySet<number>,
): Map<string, string> {
  return new Map([...ranges].filter(([, range]) => coversAny(range, codePoints)));
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
        const bytes = await shipped.read(`fonts/${slug}/${subset}-${weight}-${style}.woff2`);
        return { family, weight, style, unicodeRange, bytes };
      }),
    ),
  );
}

/** Subset → unicode-range. Large families number their subsets: `[12]`, in files named `12`. */
async function readRanges(shipped: ReadonlyFiles, slug: string): Promise<Map<string, string>> {
  const bytes = await shipped.read(`fonts/${slug}/unicode.json`);
  // The package's own file: subset → unicode-range, both strings.
  const ranges = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>;
  return new Map(
    Object.entries(ranges).map(([subset, range]) => [subset.replace(/^\[(\d+)\]$/, '$1'), range]),
  );
}
