import { PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { nameText } from '../../../src/model/pdf/object-parser.ts';
import { nameSource, sourceOf } from '../../../src/model/pdf/source-of.ts';
import { dateString, textOf, textString } from '../../../src/model/pdf/text-string.ts';
import { dictOf, PdfName, PdfString } from '../../../src/model/pdf/values.ts';
import { fc } from '../../support/property.ts';

const bytes = fc.uint8Array({ maxLength: 12 }).map((array) => Buffer.from(array));

describe('values of a PDF', () => {
  it('reads back the text that it wrote as a string', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(text, (one) => {
        expect(textOf(textString(one))).toBe(one);
      }),
    );
  });

  it('writes text strings as the library does', () => {
    expect(textString('žluť 😀').source).toBe(PDFHexString.fromText('žluť 😀').asString());
    expect(dateString(1_735_689_661_000).source).toBe(
      PDFString.fromDate(new Date(1_735_689_661_000)).asString(),
    );
  });

  it('reads strings without a mark as the library does', () => {
    fc.assert(
      fc.property(bytes, (content) => {
        const hex = content.toString('hex');
        fc.pre(!/^(?:feff|fffe)/.test(hex));
        expect(textOf(new PdfString(hex, true))).toBe(PDFHexString.of(hex).decodeText());
      }),
    );
    const escaped = 'a \\(b\\) \\101\\7 \\\\ (c) \\n\\q\\\nd \x80';
    expect(textOf(new PdfString(escaped))).toBe(PDFString.of(escaped).decodeText());
  });

  it('reads UTF-16 of both orders', () => {
    expect(textOf(new PdfString('FEFF 0041 D83D DE00', true))).toBe('A😀');
    expect(textOf(new PdfString('FFFE4100', true))).toBe('A');
    expect(textOf(new PdfString('FEFFD83D', true))).toBe('\u{fffd}');
  });

  it('passes over nothing behind a digit that is none', () => {
    expect(textOf(new PdfString('FEFF00410#420043', true))).toContain('C');
  });

  it('writes names and numbers as the library does', () => {
    fc.assert(
      fc.property(bytes, (content) => {
        const text = content.toString('latin1').replaceAll('#', '');
        expect(nameSource(text)).toBe(PDFName.of(text).asString());
        expect(nameText(nameSource(text).slice(1))).toBe(text);
      }),
    );
    for (const number of [0, -0.5, 123456.75, 1e20])
      expect(sourceOf(number)).toBe(String(PDFNumber.of(number)));
  });

  it('writes very small and very large numbers without exponents', () => {
    expect([1e-7, -2.5e-9, 1.25e22].map(sourceOf)).toEqual([
      '0.0000001',
      '-0.0000000025',
      '12500000000000000000000',
    ]);
  });

  it('makes dictionaries of plain objects', () => {
    const dict = dictOf({
      Type: 'Page',
      Nums: [0, { S: 'D' }],
      On: true,
      None: undefined,
      Nil: null,
    });
    expect(sourceOf(dict)).toBe(
      '<<\n/Type /Page\n/Nums [ 0 <<\n/S /D\n>> ]\n/On true\n/Nil null\n>>',
    );
    expect(dict.get('Type')).toEqual(new PdfName('Page'));
    expect(dict.has('Nil')).toBe(false);
  });
});
