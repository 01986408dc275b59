/**
 * Opens a PDF. Files with a plain cross-reference table, as browsers and we write them, are read by that
 * table, as any viewer would; all others are left to pdf-lib.
 * Source: ISO 32000-1, 7.5 (file structure).
 */
import {
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFHeader,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { ObjectParser } from './object-parser.ts';
import { asBuffer, dictionaryAt, listAt, nameAt } from './objects.ts';

/** A PDF as the post-processing and the audit see it. */
export interface PdfFile {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly pages: readonly PdfPageEntry[];
}

export interface PdfPageEntry {
  readonly ref: PDFRef;
  readonly node: PDFDict;
}

/** Bytes → the file. Rejects where they are no PDF, or one that opens with a password only. */
export async function openFile(bytes: Uint8Array): Promise<PdfFile> {
  return readByTable(asBuffer(bytes)) ?? (await readByLibrary(bytes));
}

async function readByLibrary(bytes: Uint8Array): Promise<PdfFile> {
  const { context, catalog } = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: Number.POSITIVE_INFINITY,
    // Files that are encrypted against changes only open with an empty one, as in any viewer.
    password: '',
  });
  return { context, catalog, pages: pagesOf(context, catalog) };
}

/** Undefined where the file is not of the plain kind, or not as it says. */
function readByTable(bytes: Buffer): PdfFile | undefined {
  const context = PDFContext.create();
  const version = bytes.toString('latin1', 0, 9).match(/^%PDF-(\d)\.(\d)/);
  if (version === null) return undefined;
  context.header = PDFHeader.forVersion(Number(version[1]), Number(version[2]));
  try {
    const reader = new TableReader(bytes, context);
    const trailer = reader.read();
    const [Root, Info, ID] = ['Root', 'Info', 'ID'].map((key) => trailer.get(PDFName.of(key)));
    context.trailerInfo = { ...(Root && { Root }), ...(Info && { Info }), ...(ID && { ID }) };
    const catalog = context.lookup(Root, PDFDict);
    return { context, catalog, pages: pagesOf(context, catalog) };
  } catch {
    return undefined;
  }
}

class TableReader {
  readonly #parser: ObjectParser;
  readonly #context: PDFContext;
  readonly #offsets = new Map<number, number>();

  constructor(bytes: Buffer, context: PDFContext) {
    this.#parser = new ObjectParser(bytes, context);
    this.#context = context;
  }

  /** Reads every object into the context; returns the trailer. */
  read(): PDFDict {
    const parser = this.#parser;
    parser.at = parser.bytes.lastIndexOf('startxref');
    parser.expect('startxref');
    parser.at = parser.integer();
    this.#readTable();
    const trailer = parser.dictionary();
    for (const key of ['Prev', 'XRefStm', 'Encrypt'])
      if (trailer.has(PDFName.of(key))) throw parser.fault(`a trailer with ${key}`);
    for (const [number, offset] of this.#offsets)
      this.#context.assign(PDFRef.of(number), this.#object(number, offset));
    return trailer;
  }

  #readTable(): void {
    const parser = this.#parser;
    parser.expect('xref');
    for (parser.skipSpace(); !parser.isAt('trailer'); parser.skipSpace()) {
      const first = parser.integer();
      const count = parser.integer();
      for (let index = 0; index < count; index += 1) {
        const offset = parser.integer();
        const generation = parser.integer();
        parser.skipSpace();
        const isUsed = parser.isAt('n');
        parser.expect(isUsed ? 'n' : 'f');
        if (isUsed && generation !== 0) throw parser.fault('an object that was changed');
        if (isUsed) this.#offsets.set(first + index, offset);
      }
    }
    parser.expect('trailer');
  }

  #object(number: number, offset: number): PDFObject {
    const parser = this.#parser;
    parser.at = offset;
    if (parser.integer() !== number) throw parser.fault(`object ${number} is missing`);
    parser.integer();
    parser.expect('obj');
    const value = parser.value();
    parser.skipSpace();
    const isStream = value instanceof PDFDict && parser.isAt('stream');
    const object = isStream ? this.#stream(value) : value;
    parser.expect('endobj');
    return object;
  }

  #stream(dictionary: PDFDict): PDFRawStream {
    const parser = this.#parser;
    parser.expect('stream');
    if (parser.bytes[parser.at] === 13) parser.at += 1;
    const start = parser.at + 1;
    const end = start + this.#lengthOf(dictionary);
    parser.at = end;
    parser.expect('endstream');
    return PDFRawStream.of(dictionary, parser.bytes.subarray(start, end));
  }

  /** The length may stand in an object of its own, which need not have been read yet. */
  #lengthOf(dictionary: PDFDict): number {
    const length = dictionary.get(PDFName.of('Length'));
    if (length instanceof PDFNumber) return length.asNumber();
    const offset = length instanceof PDFRef ? this.#offsets.get(length.objectNumber) : undefined;
    if (!(length instanceof PDFRef) || offset === undefined) throw this.#parser.fault('no Length');
    const number = this.#object(length.objectNumber, offset);
    if (!(number instanceof PDFNumber)) throw this.#parser.fault('a Length that is no number');
    return number.asNumber();
  }
}

/** The leaves of the page tree, in order. Source: ISO 32000-1, 7.7.3. */
function pagesOf(context: PDFContext, catalog: PDFDict): readonly PdfPageEntry[] {
  const pages: PdfPageEntry[] = [];
  const seen = new Set<PDFObject>();
  const visit = (value: PDFObject | undefined): void => {
    const node = context.lookup(value);
    if (!(node instanceof PDFDict) || seen.has(node)) return;
    seen.add(node);
    if (nameAt(node, 'Type') === 'Pages') for (const kid of listAt(node, 'Kids')) visit(kid);
    else if (value instanceof PDFRef) pages.push({ ref: value, node });
  };
  visit(dictionaryAt(catalog, 'Pages'));
  return pages;
}
