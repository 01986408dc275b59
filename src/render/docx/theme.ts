/** What a Word file takes from the look of a brief: colours, fonts, spacing, the sheet. */
import type { Look, Paper } from '../../model/document.ts';

/** Colours are RGB hex without `#`; lengths are in twips, a twentieth of a point. */
export interface Theme {
  readonly accent: string;
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly serif: string;
  readonly sans: string;
  /** Font of titles and headings: one of the two. */
  readonly headings: string;
  /** Factor for the space between blocks. */
  readonly density: number;
  readonly sheet: Sheet;
}

/** The sheet and what is left of it for text. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly bottom: number; readonly side: number };
  readonly textWidth: number;
}

/** Twips in a millimetre. */
const perMillimetre = 1440 / 25.4;

/** Source: ISO 216 and ANSI/ASME Y14.1, in twips as Word writes them. */
const sheets: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 11906, height: 16838 },
  Letter: { width: 12240, height: 15840 },
};

/** Margins of `templates/shared/print.css`; colours are the defaults of `base.css`. */
const margin = {
  top: Math.round(24 * perMillimetre),
  bottom: Math.round(21 * perMillimetre),
  side: Math.round(23 * perMillimetre),
};

/** look → theme; a value of the theme that is no colour leaves the default in place. */
export function themeOf({ theme, paper }: Pick<Look, 'theme' | 'paper'>): Theme {
  const { width, height } = sheets[paper];
  const { serif = 'Source Serif 4', sans = 'Source Sans 3' } = theme;
  return {
    accent: colour(theme.accent, '0D4F63'),
    ink: colour(theme.ink, '15191C'),
    muted: colour(theme.muted, '545C62'),
    rule: 'C9CFD2',
    serif,
    sans,
    headings: theme.headings === 'sans' ? sans : serif,
    density: theme.density === 'compact' ? 0.75 : 1,
    sheet: { width, height, margin, textWidth: width - 2 * margin.side },
  };
}

function colour(value: string | undefined, fallback: string): string {
  return value !== undefined && /^#[0-9a-f]{6}$/i.test(value)
    ? value.slice(1).toUpperCase()
    : fallback;
}
