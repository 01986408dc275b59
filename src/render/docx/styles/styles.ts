/** All styles of a Word file: defaults, headings, notes, links, and the table's. */
import { ImportedXmlComponent, type IStylesOptions } from 'docx';
import type { DocumentMeta } from '../../../model/document.ts';
import { languageOf } from '../text-runs.ts';
import type { Theme } from '../theme.ts';
import { fontsOf } from './fonts.ts';
import { paragraphStyles } from './paragraph-styles.ts';

/** meta, theme → styles. Sizes are in half points, spaces in twips. */
export function stylesOf(meta: DocumentMeta, theme: Theme): IStylesOptions {
  const gap = (twips: number) => Math.round(twips * theme.density);
  const serif = fontsOf(theme.serif, 'serif');
  const sans = fontsOf(theme.sans, 'sans');
  const heading = (size: number, before: number) => ({
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { font: serif, size, bold: true, color: theme.ink },
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
        paragraph: { spacing: { after: gap(140), line: 290 } },
      },
      title: {
        quickFormat: true,
        basedOn: 'Normal',
        next: 'Subtitle',
        run: { font: serif, size: 52, bold: true, color: theme.ink },
        paragraph: { keepNext: true, spacing: { before: gap(120), after: gap(100), line: 250 } },
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
        run: { size: 17 },
        paragraph: { spacing: { after: 40, line: 240 } },
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
    importedStyles: [ImportedXmlComponent.fromXmlString(tableStyle(theme))],
  };
}

/** Rules between rows, a strong one below the head; the look of `templates/shared/base.css`. */
function tableStyle({ ink, rule }: Theme): string {
  const border = (side: string, size: number, colour: string) =>
    `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${colour}"/>`;
  return [
    '<w:style xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
    ' w:type="table" w:customStyle="1" w:styleId="BriefTable"><w:name w:val="Brief Table"/>',
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/><w:tblPr><w:tblBorders>',
    border('top', 8, ink),
    border('bottom', 8, ink),
    border('insideH', 4, rule),
    '</w:tblBorders><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>',
    '</w:tblCellMar></w:tblPr>',
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>',
    border('bottom', 8, ink),
    '</w:tcBorders></w:tcPr></w:tblStylePr>',
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>',
  ].join('');
}
