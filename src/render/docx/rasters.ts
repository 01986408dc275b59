/**
 * Drawings as every Word can show them: as SVG whose letters are outlines, since Word would set its words
 * in another font where ours is not installed, and as pixels for readers that show no SVG.
 */
import type { Image, Nodes, Root } from 'mdast';
import type { Look } from '../../model/document.ts';
import type { Rasterizer } from '../../model/host.ts';
import { walk } from '../../model/walk.ts';
import { withScaledType } from '../scale-type.ts';
import { hiddenRole } from './bookmarks.ts';
import { pictureOf } from './picture.ts';

/** Address of a drawing → the same, ready for Word. */
export type Rasters = ReadonlyMap<string, { readonly svg: Uint8Array; readonly png: Uint8Array }>;

/** Pixels for one of the drawing: 288 to the inch, as laser printers resolve. */
const scale = 3;

/**
 * tree, look, what the host lends → pictures of the drawings in it. Without a rasterizer, and for a
 * drawing that it cannot read, there is none: the table of the data or the words then stand instead.
 */
export async function rastersOf(
  tree: Root,
  { fonts, labelScale = 1 }: Pick<Look, 'fonts' | 'labelScale'>,
  lend: (() => Promise<Rasterizer>) | undefined,
): Promise<Rasters> {
  const addresses = lend === undefined ? [] : drawingsIn(tree);
  const rasters = new Map<string, { svg: Uint8Array; png: Uint8Array }>();
  if (addresses.length === 0 || lend === undefined) return rasters;
  const rasterizer = await lend();
  const upright = fonts.filter(({ style }) => style === 'normal');
  for (const address of addresses) {
    const drawing = new TextDecoder().decode(pictureOf(address)?.bytes);
    const svg = withScaledType(drawing, labelScale);
    try {
      const { png, outlines } = await rasterizer.draw({ svg, fonts: upright, scale });
      rasters.set(address, { png, svg: withWords(outlines, svg) });
    } catch {
      // The drawing goes without; a fault of the rasterizer must not cost the document.
    }
  }
  return rasters;
}

/** Outlines with the words of the drawing as its description, for whoever searches the file. */
function withWords(outlines: string, drawing: string): Uint8Array {
  const said = [...drawing.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)].map(([, inside = '']) =>
    inside.replace(/<[^>]*>/g, ' '),
  );
  const words = said.join(' ').replace(/\s+/g, ' ').trim();
  const described = outlines.replace(/^<svg\b[^>]*>/, (open) => `${open}<desc>${words}</desc>`);
  return new TextEncoder().encode(described.replace(/\n\s*/g, ''));
}

/** Addresses of the drawings that the file shows, each once. */
function drawingsIn(tree: Root): readonly string[] {
  const found = new Set<string>();
  walk<Nodes>(tree, (node) => {
    if (node.type === 'region' && node.role === hiddenRole) return 'skip';
    if (node.type === 'image' && isDrawing(node)) found.add(node.url);
    return undefined;
  });
  return [...found];
}

function isDrawing({ url }: Image): boolean {
  return url.startsWith('data:') && pictureOf(url)?.kind === 'svg';
}
