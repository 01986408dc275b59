/**
 * The parts of an office's look that lie in files: fonts that are installed or in the project, and a
 * style sheet. What is wrong with them is said before anything is built.
 */
import { type Diagnostic, diagnose, type Place } from '../model/diagnostic.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { charactersOf } from '../model/font-characters.ts';
import { fontFormatOf } from '../model/font-tables.ts';
import type { ReadonlyFiles } from '../model/host.ts';
import { placeOf } from '../model/place.ts';
import type { Attachments, Checked, Entry } from '../model/stages.ts';
import { decode } from './decode.ts';
import { slugOf } from './fonts.ts';
import { readHouseCss } from './house-css.ts';

/**
 * shipped files, records → `theme-font-missing`, `theme-font-unreadable`, `theme-css-refused` and
 * `theme-css-unreadable`. Files that are not there have been reported by whoever looked for them.
 */
export async function checkHouseStyle(
  shipped: ReadonlyFiles,
  { records, attachments }: Pick<Checked, 'records' | 'attachments'>,
): Promise<Diagnostic[]> {
  const [publisher] = records.publisher.values();
  if (publisher?.data.theme === undefined) return [];
  const families = await missingFamilies(shipped, publisher);
  const files = unreadableFonts(publisher, attachments);
  return [...families, ...files, ...(await styleProblems(publisher, attachments))];
}

async function missingFamilies(
  shipped: ReadonlyFiles,
  publisher: Entry<'publisher'>,
): Promise<Diagnostic[]> {
  const { theme = {} } = publisher.data;
  const own = (theme.fonts ?? []).map(({ family }) => family);
  const found: Diagnostic[] = [];
  for (const field of ['serif', 'sans'] as const) {
    const family = theme[field];
    if (family === undefined || own.some((one) => isSame(one, family))) continue;
    if ((await shipped.size(`fonts/${slugOf(family)}/metadata.json`)) !== undefined) continue;
    const place = placeOf(publisher, ['theme', field]);
    const hint = await remedyFor(shipped, family, own);
    found.push(diagnose('theme-font-missing', { family }, { ...place, hint }));
  }
  return found;
}

async function remedyFor(shipped: ReadonlyFiles, family: string, own: readonly string[]) {
  const paths = await shipped.list('fonts');
  const slugs = [...new Set(paths.map((path) => path.split('/')[1] ?? ''))];
  const installed = await Promise.all(slugs.map((slug) => familyOf(shipped, slug)));
  const near = didYouMean(family, [...own, ...installed]);
  const ways = `npm install @fontsource/${slugOf(family)}, or name a file of yours under "theme: fonts:"`;
  return near === undefined ? ways : `did you mean "${near}"? Else: ${ways}`;
}

async function familyOf(shipped: ReadonlyFiles, slug: string): Promise<string> {
  const bytes = await shipped.read(`fonts/${slug}/metadata.json`);
  // The package's own file.
  return (JSON.parse(new TextDecoder().decode(bytes)) as { family: string }).family;
}

function unreadableFonts(
  publisher: Entry<'publisher'>,
  { bytes }: Attachments,
): readonly Diagnostic[] {
  return (publisher.data.theme?.fonts ?? []).flatMap(({ file }, index) => {
    const font = bytes.get(file);
    if (font === undefined || isFont(font)) return [];
    const place = placeOf(publisher, ['theme', 'fonts', index, 'file']);
    return [diagnose('theme-font-unreadable', { file }, place)];
  });
}

function isFont(bytes: Uint8Array): boolean {
  if (fontFormatOf(bytes) === undefined) return false;
  try {
    return charactersOf(bytes)(0x20);
  } catch {
    // Damaged files end the reader in many ways; all of them mean that it is no font.
    return false;
  }
}

async function styleProblems(
  publisher: Entry<'publisher'>,
  { bytes }: Attachments,
): Promise<Diagnostic[]> {
  const file = publisher.data.theme?.css;
  const found = file === undefined ? undefined : bytes.get(file);
  if (file === undefined || found === undefined) return [];
  const { value: text, diagnostics } = decode(file, found);
  if (text === undefined) return [...diagnostics];
  const { problems } = await readHouseCss(text);
  return [
    ...diagnostics,
    ...problems.map(({ start, end, what, hint, problem = '' }) => {
      const place: Place = { span: { file, start, end }, ...(hint === undefined ? {} : { hint }) };
      return what === undefined
        ? diagnose('theme-css-unreadable', { problem }, place)
        : diagnose('theme-css-refused', { what }, place);
    }),
  ];
}

/** Names of fonts are the same in capitals. Source: CSS Fonts Level 4, 5.1. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
