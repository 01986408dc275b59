/** Checks of what the catalog says: tags, title, language. */

import { diagnose } from '../../../model/diagnostic.ts';
import { dictionaryAt, entry, follow, numberAt, textAt } from '../../../model/pdf/objects.ts';
import { PdfDict } from '../../../model/pdf/values.ts';
import { encryptionOf } from '../encryption.ts';
import type { Rule } from '../rule.ts';
import { xmpValues } from '../xmp-values.ts';

export const documentRules: readonly Rule[] = [
  {
    code: 'pdf-untagged',
    requirement: 'the file is tagged and says so',
    standards: ['PDF/UA-1', 'PDF/A-3a'],
    source: 'ISO 14289-1, 7.1; ISO 19005-3, 6.7.2 and 6.7.3; Matterhorn 01-007',
    check: ({ pdf, tags }) => {
      const problems: string[] = [];
      const marks = dictionaryAt(pdf.catalog, 'MarkInfo');
      if (!isTrue(marks, 'Marked')) problems.push('it does not say that it is tagged');
      if (isTrue(marks, 'Suspects')) problems.push('it says that its tags may be wrong');
      if (tags === undefined) problems.push('it has no structure tree');
      else if (tags.all.length === 0) problems.push('its structure tree is empty');
      return problems.map((problem) => diagnose('pdf-untagged', { problem }));
    },
  },
  {
    code: 'pdf-access-barred',
    requirement: 'encryption, where there is any, lets screen readers at the text',
    standards: ['PDF/UA-1'],
    source: 'ISO 14289-1, 7.16; ISO 32000-1, table 22; Matterhorn 26-001 and 26-002',
    check: (view) => {
      const encryption = encryptionOf(view);
      if (encryption === undefined) return undefined;
      const permissions = numberAt(encryption, 'P') ?? 0;
      return (permissions & EXTRACT_FOR_ACCESS) === 0 ? [diagnose('pdf-access-barred', {})] : [];
    },
  },
  {
    code: 'pdf-title-missing',
    requirement: 'the metadata give the title, and it is that of the brief',
    standards: ['PDF/UA-1'],
    source: 'ISO 14289-1, 7.1; Matterhorn 06-003',
    check: ({ pdf, xmp }, expected) => {
      const [title = ''] = xmp === undefined ? [] : xmpValues(xmp, 'dc:title');
      const problems: string[] = [];
      if (title.trim() === '') problems.push('XMP has no dc:title');
      else if (expected !== undefined && title !== expected.title)
        problems.push(`dc:title is "${title}"`);
      const info = follow(pdf.objects.trailer.get('Info'));
      const inInfo = info instanceof PdfDict ? textAt(info, 'Title') : undefined;
      if ((inInfo ?? '').trim() === '') problems.push('Info has no Title');
      return problems.map((problem) => diagnose('pdf-title-missing', { problem }));
    },
  },
  {
    code: 'pdf-title-hidden',
    requirement: 'viewers show the title, not the name of the file',
    standards: ['PDF/UA-1'],
    source: 'ISO 14289-1, 7.1; Matterhorn 07-001 and 07-002',
    check: ({ pdf }) =>
      isTrue(dictionaryAt(pdf.catalog, 'ViewerPreferences'), 'DisplayDocTitle')
        ? []
        : [diagnose('pdf-title-hidden', {})],
  },
  {
    code: 'pdf-language-missing',
    requirement: 'the file says its language, and it is that of the brief',
    standards: ['PDF/UA-1', 'PDF/A-3a'],
    source: 'ISO 14289-1, 7.2; ISO 19005-3, 6.7.4; Matterhorn 11-001 to 11-006',
    check: ({ pdf }, expected) => {
      const lang = textAt(pdf.catalog, 'Lang') ?? '';
      if (lang === '')
        return [diagnose('pdf-language-missing', { problem: 'the catalog has no Lang' })];
      if (expected === undefined || lang.toLowerCase() === expected.lang.toLowerCase()) return [];
      return [diagnose('pdf-language-missing', { problem: `the catalog says "${lang}"` })];
    },
  },
  {
    code: 'pdf-language-malformed',
    requirement: 'every language is a language tag',
    standards: ['PDF/UA-1', 'PDF/A-3a'],
    source: 'ISO 14289-1, 7.2; ISO 19005-3, 6.7.4; ISO 32000-1, 14.9.2',
    check: ({ pdf, tags }) => {
      const all = [textAt(pdf.catalog, 'Lang'), ...(tags?.all.map(({ lang }) => lang) ?? [])];
      const malformed = new Set(
        all.filter((lang) => lang !== undefined && !languageTag.test(lang)),
      );
      return [...malformed].map((lang) => diagnose('pdf-language-malformed', { lang: lang ?? '' }));
    },
  },
];

/** Bit 10. Source: ISO 32000-1, table 22. */
const EXTRACT_FOR_ACCESS = 512;

/** Source: RFC 3066, as ISO 32000-1, 14.9.2 quotes it. */
const languageTag = /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i;

function isTrue(dictionary: PdfDict | undefined, key: string): boolean {
  return dictionary !== undefined && entry(dictionary, key) === true;
}
