/**
 * Puts right where links and bookmarks land. Chromium counts the places of links from the margins, not
 * from the edges of the sheet, so they land a margin too high; its bookmarks land on the first line
 * itself, with nothing above it. The place from the left is left as the reader has it.
 * Source: ISO 32000-1, 12.3.2.2 (XYZ); Chromium 153, as measured.
 */

import { dictionaryAt, entry, follow, listAt } from '../../model/pdf/objects.ts';
import type { PdfFile } from '../../model/pdf/open-file.ts';
import { type PdfDict, PdfName, PdfRef, type PdfValue } from '../../model/pdf/values.ts';

/** A line's worth of white above what was looked for, in points. */
const AIR_PT = 8;

/** PDF, page → the height at which its body begins: destinations are changed. */
export function repairDestinations(pdf: PdfFile, bodyTops: ReadonlyMap<PdfRef, number>): void {
  const heights = new Map(pdf.pages.map(({ ref, node }) => [ref, heightOf(node)]));
  const named = dictionaryAt(pdf.catalog, 'Dests');
  for (const destination of named?.map.values() ?? []) {
    const place = placeOf(follow(destination));
    const height = place && heights.get(place.page);
    if (place === undefined || height === undefined) continue;
    const margin = height - (bodyTops.get(place.page) ?? height);
    land(place, place.y - margin, height);
  }
  const outline = dictionaryAt(pdf.catalog, 'Outlines');
  for (const item of outline === undefined ? [] : itemsIn(outline)) {
    const place = placeOf(entry(item, 'Dest'));
    const height = place && heights.get(place.page);
    if (place !== undefined && height !== undefined) land(place, place.y, height);
  }
}

interface Place {
  readonly array: PdfValue[];
  readonly page: PdfRef;
  readonly y: number;
}

/** `[page /XYZ x y zoom]` → its parts; undefined for anything else. */
function placeOf(value: unknown): Place | undefined {
  if (!Array.isArray(value)) return undefined;
  const [page, kind, , y] = value;
  if (
    !(page instanceof PdfRef) ||
    !(kind instanceof PdfName) ||
    kind.text !== 'XYZ' ||
    typeof y !== 'number'
  )
    return undefined;
  return { array: value, page, y };
}

function land({ array }: Place, y: number, heightPt: number): void {
  array[2] = null;
  array[3] = Math.round(Math.min(y + AIR_PT, heightPt) * 100) / 100;
}

function itemsIn(parent: PdfDict): readonly PdfDict[] {
  const items: PdfDict[] = [];
  for (let item = dictionaryAt(parent, 'First'); item; item = dictionaryAt(item, 'Next'))
    items.push(item, ...itemsIn(item));
  return items;
}

/** Chromium gives every page a MediaBox of its own that starts at the origin. */
function heightOf(page: PdfDict): number | undefined {
  const top = listAt(page, 'MediaBox')[3];
  return typeof top === 'number' ? top : undefined;
}
