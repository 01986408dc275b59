import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFile, type PdfFile } from '../../../src/model/pdf/open-file.ts';

/** A file with objects of every kind, written by the library. */
async function sample(useObjectStreams: boolean): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage([200, 100]).drawText('Text (with) \\ brackets');
  pdf.addPage([300, 100]);
  const { context, catalog } = pdf;
  catalog.set(
    PDFName.of('Private'),
    context.obj({
      Text: PDFString.of('a \\(b\\) \\101 (c)'),
      Hex: PDFHexString.fromText('žluť'),
      Numbers: [0, -1, 1.5, -0.25, 4096, 4097, 123456789],
      Nested: { Deep: [[{ True: true, False: false, Null: null }]] },
      'Name with space': 'A#B',
      Ref: context.register(context.obj({ A: 1 })),
    }),
  );
  return pdf.save({ useObjectStreams });
}

function objectsOf({ context }: Pick<PdfFile, 'context'>): string[] {
  return context.enumerateIndirectObjects().map(([ref, object]) => `${ref} ${object}`);
}

describe('openFile', () => {
  it('reads by the table what the library reads by searching', async () => {
    const bytes = await sample(false);
    const theirs = await PDFDocument.load(bytes, { updateMetadata: false });
    const ours = await openFile(bytes);
    expect(objectsOf(ours)).toEqual(objectsOf(theirs));
    expect(ours.pages.map(({ ref }) => ref)).toEqual(theirs.getPages().map(({ ref }) => ref));
    expect(String(ours.context.trailerInfo.Root)).toBe(String(theirs.context.trailerInfo.Root));
  });

  it('leaves files of other kinds to the library', async () => {
    const bytes = await sample(true);
    expect((await openFile(bytes)).pages).toHaveLength(2);
  });

  it('reads a file whose table is wrong as far as the library can', async () => {
    const text = Buffer.from(await sample(false)).toString('latin1');
    const shifted = text.replace(/startxref\n\d+/, 'startxref\n7');
    expect((await openFile(Buffer.from(shifted, 'latin1'))).pages).toHaveLength(2);
  });

  it('rejects what is no PDF', async () => {
    await expect(openFile(Buffer.from('%PDF-1.7 and no more'))).rejects.toThrow();
    await expect(openFile(new Uint8Array())).rejects.toThrow();
  });

  it('does not hang or crash on damaged files', async () => {
    const bytes = await sample(false);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, byte) => {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = byte;
        await openFile(damaged).then(
          ({ pages }) => expect(pages.length).toBeLessThanOrEqual(2),
          (error: unknown) => expect(error).toBeInstanceOf(Error),
        );
      }),
      { numRuns: 60 },
    );
  });
});
