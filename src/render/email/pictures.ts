/** Drawings as pixels for mail, which shows no SVG: a chart in its narrow form, to be read on a telephone. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Image, Nodes, Root } from 'mdast';
import type { Look } from '../../model/document.ts';
import type { Host } from '../../model/host.ts';
import { dataOf } from '../../model/tree.ts';
import { walk } from '../../model/walk.ts';
import { scaleType } from '../scale-type.ts';

/** A drawing in pixels. */
export interface Pixels {
  /** PNG as a data URL. */
  readonly url: string;
  /** Width at which it is shown, in CSS pixels. */
  readonly widthPx: number;
}

/** Pixels of the picture for one of the mail: screens of telephones have two or three. */
const density = 2;

/** A chart for a telephone is small beside the text of a mail; on a wide screen it may be larger. */
const enlarged = 1.25;

/** Room for a picture in a mail of 600 pixels. */
export const roomPx = 560;

/**
 * tree, look, what the host lends → pixels, by the address of the image. Without a rasterizer, and for a
 * drawing that it cannot read, there are none: tables or words stand instead.
 */
export async function pixelsOf(
  tree: Root,
  { fonts, labelScale = 1 }: Pick<Look, 'fonts' | 'labelScale'>,
  lend: Host['rasterizer'],
): Promise<ReadonlyMap<string, Pixels>> {
  const pixels = new Map<string, Pixels>();
  const images = lend === undefined ? [] : drawingsIn(tree);
  if (lend === undefined || images.length === 0) return pixels;
  const rasterizer = await lend();
  const upright = fonts.filter(({ style }) => style === 'normal');
  for (const image of images) {
    try {
      const svg = svgOf(image, labelScale);
      const { png } = await rasterizer.draw({ svg, fonts: upright, scale: density });
      const widthPx = (sizeOf(png).width / density) * enlarged;
      pixels.set(image.url, {
        url: asDataUrl(png),
        widthPx: Math.min(Math.round(widthPx), roomPx),
      });
    } catch {
      // The drawing goes without; a fault of the rasterizer must not cost the mail.
    }
  }
  return pixels;
}

/** Height of the logo in a mail, as its template has it, and pixels for telephones that have three for one. */
const logoHeightPx = 28;
const logoDensity = 3;

/**
 * logo, look, what the host lends → a data URL that mail programs show: a PNG of a drawing, anything else
 * as it is. A drawing stays as it is without a rasterizer, and where that cannot read it.
 */
export async function logoPixels(
  dataUrl: string,
  { fonts }: Pick<Look, 'fonts'>,
  lend: Host['rasterizer'],
): Promise<string> {
  if (lend === undefined || !isDrawing(dataUrl)) return dataUrl;
  const rasterizer = await lend();
  const upright = fonts.filter(({ style }) => style === 'normal');
  const draw = (scale: number) => rasterizer.draw({ svg: decoded(dataUrl), fonts: upright, scale });
  try {
    const { height } = sizeOf((await draw(1)).png);
    return asDataUrl((await draw((logoHeightPx * logoDensity) / height)).png);
  } catch {
    // The name of the office stands beside it.
    return dataUrl;
  }
}

/** A PNG says its size in the first fields of its header. Source: PNG, third edition, 11.2.1. */
function sizeOf(png: Uint8Array): { readonly width: number; readonly height: number } {
  const header = new DataView(png.buffer, png.byteOffset);
  return { width: header.getUint32(16), height: header.getUint32(20) };
}

function asDataUrl(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}

function isDrawing(url: string): boolean {
  return url.startsWith('data:image/svg+xml');
}

function drawingsIn(tree: Root): readonly Image[] {
  const found = new Map<string, Image>();
  walk<Nodes>(tree, (node) => {
    if (node.type === 'image' && isDrawing(node.url)) found.set(node.url, node);
  });
  return [...found.values()];
}

function svgOf(image: Image, labelScale: number): string {
  const narrow = dataOf(image)?.picture?.drawing?.narrow;
  if (narrow === undefined) return decoded(image.url);
  const copy: Element = structuredClone(narrow);
  scaleType(copy, labelScale);
  const properties = { xmlns: 'http://www.w3.org/2000/svg', ...copy.properties };
  return toHtml({ ...copy, properties }, { space: 'svg', closeEmptyElements: true });
}

function decoded(url: string): string {
  const [head = '', data = ''] = url.split(',', 2);
  return head.endsWith(';base64')
    ? Buffer.from(data, 'base64').toString('utf8')
    : decodeURIComponent(data);
}
