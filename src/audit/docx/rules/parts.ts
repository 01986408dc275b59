/** Checks of pictures, tables, links and notes. */
import type { XmlElement } from '@rgrove/parse-xml';
import { diagnose } from '../../../model/diagnostic.ts';
import { shortened } from '../../shortened.ts';
import { type DocxView, elementsIn, textOf } from '../open-docx.ts';
import type { DocxRule } from '../rule.ts';

export const partRules: readonly DocxRule[] = [
  {
    code: 'docx-alt-missing',
    requirement: 'every picture has an alternative text, or is marked as decorative',
    standards: ['WCAG 2.2', 'Office Open XML'],
    source: 'WCAG 2.2, 1.1.1; ECMA-376-1, 20.4.2.5',
    check: (view) => {
      const pictures = inTexts(view, 'wp:docPr');
      if (pictures.length === 0) return undefined;
      return pictures
        .filter((one) => !/\S/.test(one.attributes.descr ?? '') && !isDecorative(one))
        .map(({ attributes: { name = '', id = '' } }) =>
          diagnose('docx-alt-missing', { picture: name === '' ? id : name }),
        );
    },
  },
  {
    code: 'docx-table-headless',
    requirement: 'every table has a header row, or a header column in its place',
    standards: ['WCAG 2.2', 'Office Open XML'],
    source: 'WCAG 2.2, 1.3.1; ECMA-376-1, 17.4.49 and 17.4.55',
    check: (view) => {
      const tables = inTexts(view, 'w:tbl');
      if (tables.length === 0) return undefined;
      return tables
        .filter((table) => !hasHeads(table))
        .map((table) => diagnose('docx-table-headless', { table: shortened(textOf(table)) }));
    },
  },
  {
    code: 'docx-link-dangling',
    requirement: 'every link inside the file leads to a place in it',
    standards: ['own'],
    source: 'own rule, on ECMA-376-1, 17.16.22 (anchor)',
    check: (view) => {
      const anchors = inTexts(view, 'w:hyperlink').flatMap(
        ({ attributes }) => attributes['w:anchor'] ?? [],
      );
      if (anchors.length === 0) return undefined;
      const places = new Set(
        inTexts(view, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']),
      );
      return [...new Set(anchors)]
        .filter((anchor) => !places.has(anchor) && anchor !== '_top')
        .map((anchor) => diagnose('docx-link-dangling', { anchor }));
    },
  },
  {
    code: 'docx-note-missing',
    requirement: 'every mark of a note leads to its note',
    standards: ['Office Open XML'],
    source: 'ECMA-376-1, 17.11.14 and 17.11.7',
    check: (view) => {
      const marks = (['footnote', 'endnote'] as const).flatMap((kind) =>
        elementsIn(view.body, `w:${kind}Reference`).map(idOf),
      );
      if (marks.length === 0) return undefined;
      return (['footnote', 'endnote'] as const).flatMap((kind) => {
        const notes = new Set(inTexts(view, `w:${kind}`).map(idOf));
        return elementsIn(view.body, `w:${kind}Reference`)
          .map(idOf)
          .filter((id) => !notes.has(id))
          .map((note) => diagnose('docx-note-missing', { note }));
      });
    },
  },
];

function inTexts({ texts }: DocxView, name: string): readonly XmlElement[] {
  return texts.flatMap(({ root }) => elementsIn(root, name));
}

/** Source: [MS-ODRAWXML], 2.27 (adec:decorative). */
function isDecorative(picture: XmlElement): boolean {
  return elementsIn(picture, 'adec:decorative').some(({ attributes: { val } }) => val !== '0');
}

/** Word turns the header column on by itself; it says something only where the header row is off. */
function hasHeads(table: XmlElement): boolean {
  const [first] = elementsIn(table, 'w:tr');
  const [look] = elementsIn(table, 'w:tblLook');
  const isOn = (value: string | undefined) => value !== undefined && /^(?:1|true|on)$/.test(value);
  const { 'w:firstRow': row, 'w:firstColumn': column } = look?.attributes ?? {};
  if (first === undefined || (isOn(column) && row !== undefined && !isOn(row))) return true;
  return elementsIn(first, 'w:tblHeader').some(
    ({ attributes }) => !/^(?:0|false|off)$/.test(attributes['w:val'] ?? ''),
  );
}

function idOf({ attributes }: XmlElement): string {
  return attributes['w:id'] ?? '';
}
