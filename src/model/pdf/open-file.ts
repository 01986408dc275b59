/**
 * Opens a PDF. Files with a plain cross-reference table, as browsers and we write them, are read by that
 * table, as any viewer would; all others are left to pdf-lib, which is loaded for them alone.
 * Source: ISO 32000-1, 7.5 (file structure).
 */
import { asBuffer, dictionaryAt, follow, listAt, nameAt } from './objects.ts';
import type { PdfObjects } from './pdf-objects.ts';
import { readByTable } from './read-by-table.ts';
import { PdfDict, PdfRef, type PdfValue } from './values.ts';

/** A PDF as the post-processing and the audit see it. */
export interface PdfFile {
  readonly objects: PdfObjects;
  readonly catalog: PdfDict;
  readonly pages: readonly PdfPageEntry[];
}

export interface PdfPageEntry {
  readonly ref: PdfRef;
  readonly node: PdfDict;
}

/** Bytes → the file. Rejects where they are no PDF, or one that opens with a password only. */
export async function openFile(bytes: Uint8Array): Promise<PdfFile> {
  const objects =
    readByTable(asBuffer(bytes)) ??
    (await (await import('./read-by-library.ts')).readByLibrary(bytes));
  const catalog = follow(objects.trailer.get('Root'));
  if (!(catalog instanceof PdfDict)) throw new Error('the file has no catalog');
  return { objects, catalog, pages: pagesOf(catalog) };
}

/** The leaves of the page tree, in order. Source: ISO 32000-1, 7.7.3. */
function pagesOf(catalog: PdfDict): readonly PdfPageEntry[] {
  const pages: PdfPageEntry[] = [];
  const seen = new Set<PdfValue>();
  const visit = (value: PdfValue | undefined): void => {
    const node = follow(value);
    if (!(node instanceof PdfDict) || seen.has(node)) return;
    seen.add(node);
    if (nameAt(node, 'Type') === 'Pages') for (const kid of listAt(node, 'Kids')) visit(kid);
    else if (value instanceof PdfRef) pages.push({ ref: value, node });
  };
  visit(dictionaryAt(catalog, 'Pages'));
  return pages;
}
