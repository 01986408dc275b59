/** The font files that a text needs, from the packages they ship in. */
import type { FontFace } from '../model/document.ts';
import type { ReadonlyFiles } from '../model/host.ts';
import { coversAny } from '../model/unicode-range.ts';

/** One family, by its folder below `fonts/`, and the cuts of it that the styles use. */
export interface FontFamily {
  readonly family: string;
  readonly slug: string;
  readonly cuts: readonly (readonly [weight: number, style: 'normal' | 'italic'])[];
}

/** The families of the shared styles: a serif for reading, a sans for labels and figures. */
export const defaultFamilies: readonly FontFamily[] = [
  {
    family: 'Source Serif 4',
    slug: 'source-serif-4',
    cuts: [
      [400, 'normal'],
      [400, 'italic'],
      [600, 'normal'],
    ],
  },
  {
    family: 'Source Sans 3',
    slug: 'source-sans-3',
    cuts: [
      [400, 'normal'],
      [400, 'italic'],
      [600, 'normal'],
    ],
  },
];

/** shipped files, families, the text's code points → faces; subsets the text has no use for stay out. */
export async function loadFonts(
  shipped: ReadonlyFiles,
  families: readonly FontFamily[],
  codePoints: ReadonlySet<number>,
): Promise<FontFace[]> {
  const faces = await Promise.all(
    families.map(async ({ family, slug, cuts }) => {
      const ranges = await readRanges(shipped, slug);
      const wanted = [...ranges].filter(([, range]) => coversAny(range, codePoints));
      return Promise.all(
        wanted.flatMap(([subset, unicodeRange]) =>
          cuts.map(async ([weight, style]): Promise<FontFace> => {
            const bytes = await shipped.read(`fonts/${slug}/${subset}-${weight}-${style}.woff2`);
            return { family, weight, style, unicodeRange, bytes };
          }),
        ),
      );
    }),
  );
  return faces.flat();
}

async function readRanges(shipped: ReadonlyFiles, slug: string): Promise<Map<string, string>> {
  const bytes = await shipped.read(`fonts/${slug}/unicode.json`);
  // The package's own file: subset → unicode-range, both strings.
  const ranges = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>;
  return new Map(Object.entries(ranges));
}
