/** How a document's pages look: the template's styles, the office's theme, the fonts its text needs. */
import type { Root } from 'mdast';
import { createCodePoints } from '../model/code-points.ts';
import type { DocumentMeta, FontFace, Look, Paper } from '../model/document.ts';
import { defaultFamilies } from '../model/font-families.ts';
import type { ReadonlyFiles } from '../model/host.ts';
import type { Data } from '../model/schema/kinds.ts';
import type { Checked, Selected } from '../model/stages.ts';
import type { TemplateBundle } from '../model/template.ts';
import { type FontText, loadFonts } from './fonts.ts';
import { labelScale } from './label-scale.ts';

export interface LookOptions {
  readonly selected: Selected;
  /** From the command line; before the office's own setting. */
  readonly paper: Paper | undefined;
}

/** shipped files, template, composed text → look. */
export async function loadLook(
  shipped: ReadonlyFiles,
  template: TemplateBundle,
  text: { readonly tree: Root; readonly meta: DocumentMeta },
  { selected, paper }: LookOptions,
): Promise<Look> {
  const [publisher] = selected.records.publisher.values();
  const theme = publisher?.data.theme ?? {};
  const { lang } = text.meta;
  const codePoints = codePointsIn([text.meta, text.tree.children]);
  const house = await loadHouseLook(shipped, selected, { lang, codePoints });
  return {
    paper: paper ?? theme.paper ?? 'A4',
    page: template.page,
    mail: template.mail,
    screenCss: template.screenCss,
    printCss: template.printCss,
    ...house,
    labelScale: await scaleFor(shipped, house.fonts, theme.sans),
  };
}

/** What the office decides, for any page of it: its fonts, its values, its style sheet. */
export async function loadHouseLook(
  shipped: ReadonlyFiles,
  { records, attachments }: Pick<Checked, 'records' | 'attachments'>,
  text: FontText,
): Promise<Pick<Look, 'fonts' | 'theme' | 'houseCss'>> {
  const [publisher] = records.publisher.values();
  const theme = publisher?.data.theme ?? {};
  const { bytes } = attachments;
  const files = fontFilesOf(theme.fonts ?? [], bytes);
  const css = theme.css === undefined ? undefined : bytes.get(theme.css);
  return {
    fonts: await loadFonts(shipped, text, { serif: theme.serif, sans: theme.sans, files }),
    theme: valuesOf(theme),
    ...(css === undefined ? {} : { houseCss: await printedCss(css) }),
  };
}

/** The family that charts are laid out by. */
const [, measured] = defaultFamilies;

async function scaleFor(
  shipped: ReadonlyFiles,
  fonts: readonly FontFace[],
  sans: string | undefined,
): Promise<number> {
  if (measured === undefined || sans === undefined || sans === measured.family) return 1;
  const cuts = measured.cuts.filter(([, style]) => style === 'normal');
  const reference = cuts.map(async ([weight, style]): Promise<FontFace> => {
    const { family, slug } = measured;
    const bytes = await shipped.read(`fonts/${slug}/latin-${weight}-${style}.woff2`);
    return { family, weight, style, bytes };
  });
  const faces = [...fonts, ...(await Promise.all(reference))];
  return labelScale(faces, sans, measured.family);
}

type Theme = NonNullable<Data<'publisher'>['theme']>;

/** The values that style sheets read; files have been read by now, and the sheet is no style. */
function valuesOf({ paper: _paper, fonts: _fonts, css: _css, ...values }: Theme) {
  const given = Object.entries(values).filter((entry): entry is [string, string] => {
    return entry[1] !== undefined;
  });
  return Object.fromEntries(given);
}

function fontFilesOf(
  files: NonNullable<Theme['fonts']>,
  bytes: ReadonlyMap<string, Uint8Array>,
): FontFace[] {
  return files.flatMap(({ family, file, weight = 400, style = 'normal' }) => {
    const found = bytes.get(file);
    return found === undefined ? [] : [{ family, weight, style, bytes: found }];
  });
}

/** What was understood of the office's style sheet. Its mistakes have been reported before. */
async function printedCss(bytes: Uint8Array): Promise<string> {
  const { readHouseCss } = await import('./house-css.ts');
  const { css } = await readHouseCss(new TextDecoder().decode(bytes));
  return css;
}

/** Where a word was typed, and pictures in addresses. */
function isUnseen(name: string, value: unknown): boolean {
  return name === 'origin' || (name === 'url' && String(value).startsWith('data:'));
}

/** Every character of all strings in a value, however deep, but for those of origins and data URLs. */
export function codePointsIn(value: unknown): ReadonlySet<number> {
  const codePoints = createCodePoints();
  const add = (part: unknown): void => {
    if (typeof part === 'string') codePoints.add(part);
    else if (Array.isArray(part)) {
      for (const child of part) add(child);
    } else if (typeof part === 'object' && part !== null) {
      // Values of any kind are looked into, so they are read by name.
      const fields = part as Readonly<Record<string, unknown>>;
      for (const name in fields) if (!isUnseen(name, fields[name])) add(fields[name]);
    }
  };
  add(value);
  return codePoints.all;
}
