/**
 * Puts right where links and bookmarks land. Chromium counts the places of links from the margins, not
 * from the edges of the sheet, so they land a margin too high; its bookmarks land on the first line
 * itself, with nothing above it. The place from the left is left as the reader has it.
 * Source: ISO 32000-1, 12.3.2.2 (XYZ); Chromium 153, as measured.
 */
import { PDFArray, type PDFDict, PDFNull, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import { nameOf } from '../../model/pdf/names.ts';
import { dictionaryAt, listAt } from '../../model/pdf/objects.ts';
import type { PdfFile } from '../../model/pdf/open-file.ts';

/** A line's worth of white above what was looked for, in points. */
const AIR_PT = 8;

/** PDF, tag of a page → the height at which its body begins: destinations are changed. */
export function repairDestinations(pdf: PdfFile, bodyTops: ReadonlyMap<string, number>): void {
  const heights = new Map(pdf.pages.map(({ ref, node }) => [ref.tag, heightOf(node)]));
  const named = dictionaryAt(pdf.catalog, 'Dests');
  for (const destination of named?.values() ?? []) {
    const place = placeOf(pdf.context.lookup(destination));
    const height = place && heights.get(place.page);
    if (place === undefined || height === undefined) continue;
    const margin = height - (bodyTops.get(place.page) ?? height);
    land(place, place.y - margin, height);
  }
  const outline = dictionaryAt(pdf.catalog, 'Outlines');
  for (const item of outline === undefined ? [] : itemsIn(outline)) {
    const place = placeOf(item.lookup(nameOf('Dest')));
    const height = place && heights.get(place.page);
    if (place !== undefined && height !== undefined) land(place, place.y, height);
  }
}

interface Place {
  readonly array: PDFArray;
  /** Tag of its page. */
  readonly page: string;
  readonly y: number;
}

/** `[page /XYZ x y zoom]` → its parts; undefined for anything else. */
function placeOf(value: unknown): Place | undefined {
  if (!(value instanceof PDFArray)) return undefined;
  const [page, kind, , y] = value.asArray();
  if (!(page instanceof PDFRef) || kind !== nameOf('XYZ') || !(y instanceof PDFNumber))
    return undefined;
  return { array: value, page: page.tag, y: y.asNumber() };
}

function land({ array }: Place, y: number, heightPt: number): void {
  array.set(2, PDFNull);
  array.set(3, PDFNumber.of(Math.round(Math.min(y + AIR_PT, heightPt) * 100) / 100));
}

function itemsIn(parent: PDFDict): readonly PDFDict[] {
  const items: PDFDict[] = [];
  for (let item = dictionaryAt(parent, 'First'); item; item = dictionaryAt(item, 'Next'))
    items.push(item, ...itemsIn(item));
  return items;
}

/** Chromium gives every page a MediaBox of its own that starts at the origin. */
function heightOf(page: PDFDict): number | undefined {
  const top = listAt(page, 'MediaBox')[3];
  return top instanceof PDFNumber ? top.asNumber() : undefined;
}
