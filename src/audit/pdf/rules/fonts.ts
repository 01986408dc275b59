/** Checks of fonts: inside the file, with a text for every glyph, and a glyph for every character. */
import { diagnose } from '../../../model/diagnostic.ts';
import { shortened } from '../../shortened.ts';
import type { GlyphFault } from '../content-run.ts';
import type { PdfView } from '../open-pdf.ts';
import type { PdfFont } from '../read-font.ts';
import type { Rule } from '../rule.ts';

export const fontRules: readonly Rule[] = [
  {
    code: 'pdf-font-unembedded',
    requirement: 'every font that is used is inside the file',
    standards: ['PDF/UA-1', 'PDF/A-3a'],
    source: 'ISO 14289-1, 7.21.4.1; ISO 19005-3, 6.2.11.4.1; Matterhorn 31-009',
    check: ({ fonts }) =>
      ofFonts(fonts, ({ isEmbedded, name }) =>
        isEmbedded ? [] : [diagnose('pdf-font-unembedded', { font: name })],
      ),
  },
  {
    code: 'pdf-font-faulty',
    requirement: 'every font says how its codes are to be read',
    standards: ['PDF/UA-1', 'PDF/A-3a'],
    source: 'ISO 14289-1, 7.21.3.2; ISO 19005-3, 6.2.11.3; Matterhorn 31-004 to 31-006',
    check: ({ fonts }) =>
      ofFonts(fonts, ({ faults, name }) =>
        faults.map((problem) => diagnose('pdf-font-faulty', { font: name, problem })),
      ),
  },
  {
    code: 'pdf-font-unmapped',
    requirement: 'every glyph that is shown has a text',
    standards: ['PDF/UA-1', 'PDF/A-3a'],
    source: 'ISO 14289-1, 7.21.7; ISO 19005-3, 6.2.11.7; Matterhorn 10-001, 31-027 to 31-029',
    check: (view) => {
      if (view.fonts.length === 0) return undefined;
      const problems = [
        ...view.fonts.flatMap(mapProblems),
        ...faultsIn(view, 'unmapped').map(({ fault, page }) => ({
          font: fault.font,
          problem: `code ${fault.code} on page ${page}, after "${tail(fault.before)}", has none`,
        })),
      ];
      return problems.map((slots) => diagnose('pdf-font-unmapped', slots));
    },
  },
  {
    code: 'pdf-glyph-missing',
    requirement: 'no character is drawn as the sign for a missing glyph',
    standards: ['PDF/UA-1', 'PDF/A-3a'],
    source: 'ISO 14289-1, 7.21.8; ISO 19005-3, 6.2.11.8; Matterhorn 31-030',
    check: (view, expected) => {
      if (view.fonts.length === 0) return undefined;
      const texts = [...(expected?.blocks ?? []), ...(expected?.notes.flat() ?? [])].flatMap(
        ({ pieces }) => pieces,
      );
      return faultsIn(view, 'missing').map(({ fault, page }) =>
        diagnose('pdf-glyph-missing', {
          page,
          font: fault.font,
          character: characterOf(fault, texts),
        }),
      );
    },
  },
];

function ofFonts<T>(
  fonts: readonly PdfFont[],
  problems: (font: PdfFont) => readonly T[],
): readonly T[] | undefined {
  return fonts.length === 0 ? undefined : fonts.flatMap(problems);
}

/** Simple fonts with the encodings of Windows and Macintosh need no map; all others do. */
function mapProblems({ name, subtype, toUnicode }: PdfFont): { font: string; problem: string }[] {
  if (toUnicode === undefined)
    return subtype === 'Type0' || subtype === 'Type3'
      ? [{ font: name, problem: 'it has no ToUnicode map' }]
      : [];
  const isForbidden = [...toUnicode.values()].some((text) => /[\0\ufeff\ufffe]/.test(text));
  return isForbidden ? [{ font: name, problem: 'its ToUnicode map names U+0000 or a mark' }] : [];
}

function faultsIn(
  { pages }: PdfView,
  kind: 'missing' | 'unmapped',
): { readonly fault: GlyphFault; readonly page: number }[] {
  const found: { fault: GlyphFault; page: number }[] = [];
  for (const { number, streams } of pages)
    for (const { runs } of streams)
      for (const run of runs) for (const fault of run[kind]) found.push({ fault, page: number });
  return found;
}

/**
 * A missing glyph, texts of the brief → the character that it stands for, with its number, where the
 * file says so or the brief has the same text before it; else that text.
 */
function characterOf({ before, meant }: GlyphFault, texts: readonly string[]): string {
  if (meant !== undefined && meant !== '') return `"${meant}" (${numberOf(meant)})`;
  const context = before.replace(/\s+/g, ' ').slice(-12);
  for (const text of context.trim() === '' ? [] : texts) {
    const flat = text.replace(/\s+/g, ' ');
    const at = flat.indexOf(context);
    const character = at === -1 ? undefined : [...flat.slice(at + context.length)][0];
    if (character !== undefined) return `"${character}" (${numberOf(character)})`;
  }
  return context.trim() === '' ? 'a character' : `the character after "${tail(before)}"`;
}

function numberOf(character: string): string {
  const number = character.codePointAt(0) ?? 0;
  return `U+${number.toString(16).toUpperCase().padStart(4, '0')}`;
}

function tail(text: string): string {
  return shortened(text.slice(-24));
}
