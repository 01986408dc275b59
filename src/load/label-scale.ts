/**
 * Charts are laid out by the widths of one font (`compose/figures/text-width.ts`). Where an office sets
 * its labels in one that runs wider, the words of a chart are set smaller by as much.
 */
import type { FontFace } from '../model/document.ts';
import { advancesOf } from '../model/font-widths.ts';
import { coversAny } from '../model/unicode-range.ts';

/** What labels are made of. Capitals, figures and small letters may each run wide. */
const samples = ['etaoinshrdlcumwfgypbvk', 'ETAOINSHRDLCUM', '0123456789'] as const;

/** faces, family of the labels and the one that was measured → factor for the size of type, 0–1. */
export function labelScale(faces: readonly FontFace[], family: string, measured: string): number {
  const [own, reference] = [family, measured].map((name) => cutsOf(faces, name));
  if (own === undefined || reference === undefined) return 1;
  const ratios = samples.flatMap((sample) => [
    widthOf(own.regular, sample) / widthOf(reference.regular, sample),
    widthOf(own.bold, sample) / widthOf(reference.bold, sample),
  ]);
  // Whole percents: a size of type with ten digits helps nobody.
  return Math.min(1, Math.floor(100 / Math.max(...ratios)) / 100);
}

type Advances = ReturnType<typeof advancesOf>;

/** Widths of the two cuts of a family that labels use; undefined where it has no small Latin letters. */
function cutsOf(faces: readonly FontFace[], family: string) {
  const own = faces
    .filter((one) => one.family.toLowerCase() === family.toLowerCase() && one.style === 'normal')
    .filter(({ unicodeRange }) => unicodeRange === undefined || coversAny(unicodeRange, letterA))
    .map(({ weight, bytes }) => ({ weight, advances: advancesOf(bytes) }));
  const regular = own.find(({ weight }) => weight <= 500) ?? own[0];
  if (regular === undefined) return undefined;
  const bold = own.find(({ weight }) => weight >= 600) ?? regular;
  return { regular: regular.advances, bold: bold.advances };
}

const letterA: ReadonlySet<number> = new Set([0x61]);

function widthOf(advances: Advances, text: string): number {
  return [...text].reduce((sum, character) => sum + advances(character.codePointAt(0) ?? 0), 0);
}
