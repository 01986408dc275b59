/** The styles of text in a Word file: defaults, headings, notes, links. */
import type { IStylesOptions } from 'docx';
import type { DocumentMeta } from '../../../model/document.ts';
import { languageOf } from '../text-runs.ts';
import type { Theme } from '../theme.ts';
import { fontsOf } from './fonts.ts';
import { lines } from './measures.ts';
import { paragraphStyles } from './paragraph-styles.ts';

/** meta, theme → styles. Sizes are in half points, spaces in twips. */
export function stylesOf(meta: DocumentMeta, theme: Theme): IStylesOptions {
  const gap = (twips: number) => Math.round(twips * theme.density);
  const serif = fontsOf(theme.serif, 'serif');
  const sans = fontsOf(theme.sans, 'sans');
  const headings = theme.headings === theme.sans ? sans : serif;
  const heading = (size: number, before: number) => ({
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { font: headings, size, bold: true, color: theme.ink },
    paragraph: {
      keepNext: true,
      keepLines: true,
      spacing: { before: gap(before), after: gap(100) },
    },
  });
  const label = {
    ...heading(21, 160),
    run: { font: sans, size: 21, bold: true, color: theme.ink },
  };
  return {
    default: {
      document: {
        run: {
          font: serif,
          size: 21,
          color: theme.ink,
          language: { value: meta.lang, ...languageOf(meta.lang) },
        },
        paragraph: { spacing: { after: gap(140), ...lines(1.03) } },
      },
      title: {
        quickFormat: true,
        basedOn: 'Normal',
        next: 'Subtitle',
        run: { font: headings, size: 50, bold: true, color: theme.ink },
        paragraph: {
          keepNext: true,
          spacing: { before: gap(200), after: gap(120), ...lines(0.9) },
        },
      },
      heading1: { ...heading(30, 320) },
      heading2: { ...heading(25, 240) },
      heading3: label,
      heading4: label,
      heading5: label,
      heading6: label,
      caption: {
        quickFormat: true,
        basedOn: 'Normal',
        run: { font: sans, size: 20, bold: true, color: theme.ink },
        paragraph: { keepNext: true, spacing: { before: gap(240), after: gap(80) } },
      },
      footnoteText: {
        basedOn: 'Normal',
        run: { size: 16 },
        paragraph: { spacing: { after: 30, ...lines(0.95) } },
      },
      hyperlink: { basedOn: 'DefaultParagraphFont', run: { color: theme.accent, underline: {} } },
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: 28, color: theme.muted },
        paragraph: { keepNext: true, spacing: { after: gap(140) } },
      },
      ...paragraphStyles(theme),
    ],
    characterStyles: [
      // Inside the file a line below every title would be more ink than help.
      {
        id: 'CrossReference',
        name: 'Cross-Reference',
        basedOn: 'DefaultParagraphFont',
        run: { color: theme.accent },
      },
      {
        id: 'CodeChar',
        name: 'Code Char',
        basedOn: 'DefaultParagraphFont',
        run: { font: 'Consolas', size: 19, noProof: true },
      },
      {
        id: 'Marking',
        name: 'Marking',
        basedOn: 'DefaultParagraphFont',
        run: { font: sans, size: 24, bold: true, noProof: true },
      },
    ],
  };
}
