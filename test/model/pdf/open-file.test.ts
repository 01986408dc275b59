import { PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../../src/model/pdf/open-file.ts';
import type { PdfObjects } from '../../../src/model/pdf/pdf-objects.ts';
import { readByLibrary } from '../../../src/model/pdf/read-by-library.ts';
import { readByTable } from '../../../src/model/pdf/read-by-table.ts';
import { refSource, sourceOf } from '../../../src/model/pdf/source-of.ts';
import { fc } from '../../support/property.ts';

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

function objectsOf(objects: PdfObjects | undefined): string[] {
  return (objects?.entries() ?? []).map(([ref, object]) => `${refSource(ref)} ${sourceOf(object)}`);
}

function theirObjects({ context }: PDFDocument): string[] {
  return context.enumerateIndirectObjects().map(([ref, object]) => {
    return `${ref} ${object instanceof PDFRawStream ? object.dict : object}`;
  });
}

describe('openFile', () => {
  it('reads by the table what the library reads by searching', async () => {
    const bytes = await sample(false);
    const theirs = await PDFDocument.load(bytes, { updateMetadata: false });
    const ours = await openFile(bytes);
    expect(objectsOf(ours.objects)).toEqual(theirObjects(theirs));
    const pages = theirs.getPages().map(({ ref }) => String(ref));
    expect(ours.pages.map(({ ref }) => refSource(ref))).toEqual(pages);
    const root = ours.objects.trailer.get('Root') ?? null;
    expect(sourceOf(root)).toBe(String(theirs.context.trailerInfo.Root));
  });

  it('takes over from the library what it reads by the table itself', async () => {
    const bytes = Buffer.from(await sample(false));
    const taken = await readByLibrary(bytes);
    expect(objectsOf(taken)).toEqual(objectsOf(readByTable(bytes)));
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
