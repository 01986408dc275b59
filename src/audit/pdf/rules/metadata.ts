/** Checks of metadata: there, the same in both places, and claiming no more than was shown. */

import { diagnose } from '../../../model/diagnostic.ts';
import { follow, textAt } from '../../../model/pdf/objects.ts';
import { PdfDict } from '../../../model/pdf/values.ts';
import type { Rule } from '../rule.ts';
import { xmpValues } from '../xmp-values.ts';

export const metadataRules: readonly Rule[] = [
  {
    code: 'pdf-metadata-missing',
    requirement: 'the catalog has an XMP packet',
    standards: ['PDF/UA-1', 'PDF/A-3a'],
    source: 'ISO 14289-1, 7.1; ISO 19005-3, 6.6.2.1; Matterhorn 06-001',
    check: ({ xmp }) => {
      if (xmp === undefined)
        return [diagnose('pdf-metadata-missing', { problem: 'there is no XMP' })];
      const isWhole = /<rdf:RDF[\s>][\s\S]*<\/rdf:RDF>/.test(xmp) && !xmp.includes('\u{fffd}');
      return isWhole ? [] : [diagnose('pdf-metadata-missing', { problem: 'its XMP is broken' })];
    },
  },
  {
    code: 'pdf-metadata-differs',
    requirement: 'Info and XMP say the same',
    standards: ['own'],
    source: 'own rule, on ISO 19005-1, 6.7.3',
    check: ({ pdf, xmp }) => {
      const info = follow(pdf.objects.trailer.get('Info'));
      if (xmp === undefined || !(info instanceof PdfDict)) return undefined;
      return pairs.flatMap(({ property, key, name, separator }) => {
        const inInfo = textAt(info, key);
        const values = xmpValues(xmp, name);
        if (inInfo === undefined && values.length === 0) return [];
        const inXmp = values.join(separator ?? '');
        const isSame = property === 'date' ? sameMoment(inInfo ?? '', inXmp) : inInfo === inXmp;
        if (isSame) return [];
        return [
          diagnose('pdf-metadata-differs', { property: key, info: inInfo ?? '', xmp: inXmp }),
        ];
      });
    },
  },
];

interface Pair {
  readonly property: 'text' | 'date';
  readonly key: string;
  readonly name: string;
  /** Between the values, where XMP has several and Info has one. */
  readonly separator?: string;
}

/** Source: XMP Specification (2005), "Adobe PDF"; ISO 19005-1, table 1. */
const pairs: readonly Pair[] = [
  { property: 'text', key: 'Title', name: 'dc:title' },
  { property: 'text', key: 'Author', name: 'dc:creator', separator: ', ' },
  { property: 'text', key: 'Subject', name: 'dc:description' },
  { property: 'text', key: 'Keywords', name: 'pdf:Keywords' },
  { property: 'text', key: 'Creator', name: 'xmp:CreatorTool' },
  { property: 'text', key: 'Producer', name: 'pdf:Producer' },
  { property: 'date', key: 'CreationDate', name: 'xmp:CreateDate' },
  { property: 'date', key: 'ModDate', name: 'xmp:ModifyDate' },
];

/** `D:20250601000000Z` and `2025-06-01T00:00:00Z`; zones are compared by their digits. */
function sameMoment(pdfDate: string, xmpDate: string): boolean {
  const digits = (text: string): string => text.replace(/\D/g, '').replace(/0000$/, '');
  return digits(pdfDate) === digits(xmpDate);
}
