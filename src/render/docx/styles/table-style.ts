/** The style of tables: the library writes none. */
import type { Theme } from '../theme.ts';

/**
 * `word/styles.xml` of the library, theme → the same with the style `Brief Table` at its end.
 * Source: ECMA-376 Part 1, 17.7.4 (styles) and 17.7.6 (parts of tables).
 */
export function withTableStyle(xml: string, theme: Theme): string {
  return xml.replace('</w:styles>', `${briefTable(theme)}</w:styles>`);
}

/** Which bit of `w:val` each attribute is. Source: ECMA-376 Part 4 (transitional), 14.4.8, `tblLook`. */
const lookBits: readonly (readonly [name: string, bit: number])[] = [
  ['firstRow', 0x20],
  ['lastRow', 0x40],
  ['firstColumn', 0x80],
  ['lastColumn', 0x100],
  ['noHBand', 0x200],
  ['noVBand', 0x400],
];

/**
 * `word/document.xml` → the same with the parts of each table's style as a number as well: LibreOffice and
 * Word 2007 read nothing else, and take a first row for a head.
 */
export function withTableLooks(xml: string): string {
  return xml.replace(/<w:tblLook([^>]*)\/>/g, (_, attributes: string) => {
    const bits = lookBits.filter(([name]) => attributes.includes(` w:${name}="true"`));
    const value = bits.reduce((sum, [, bit]) => sum + bit, 0);
    const hex = value.toString(16).toUpperCase().padStart(4, '0');
    return `<w:tblLook w:val="${hex}"${attributes}/>`;
  });
}

/** Rules between rows, a strong one below the head; the look of `templates/shared/base.css`. */
function briefTable({ ink, rule }: Theme): string {
  const border = (side: string, size: number, colour: string) =>
    `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${colour}"/>`;
  return [
    '<w:style w:type="table" w:customStyle="1" w:styleId="BriefTable"><w:name w:val="Brief Table"/>',
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
