/** Pictures: only such as are inside the document, each with its words for who cannot see it. */
import { ImageRun } from 'docx';
import { imageSize } from 'image-size';
import type { Image } from 'mdast';
import { diagnose } from '../../../model/diagnostic.ts';
import { dataOf, type Picture } from '../../../model/tree.ts';
import type { Context, Inline, Voice } from '../context.ts';
import { pictureOf } from '../picture.ts';
import { textRuns } from '../text-runs.ts';

/** Twips in a CSS pixel. */
const perPixel = 15;

/**
 * mdast image with a data URL → picture, no wider than the text. A drawing goes in as SVG with the same
 * in pixels for readers that show none; where there are no pixels, its words are left. An address outside
 * is reported (`image-not-embedded`), as a file that fetches says who opens it.
 */
export function image(context: Context, node: Image, voice: Voice): Inline[] {
  const alt = node.alt ?? '';
  const data = dataOf(node);
  if (!node.url.startsWith('data:')) {
    const place = data?.origin === undefined ? {} : { span: data.origin };
    context.report(diagnose('image-not-embedded', { address: node.url }, place));
    return textRuns(context, alt, voice);
  }
  const found = pictureOf(node.url);
  if (found === undefined) return textRuns(context, alt, voice);
  const { kind, bytes } = found;
  const shared = {
    data: bytes,
    transformation: fitted(data?.picture, bytes, context.theme.sheet.textWidth / perPixel),
    altText: { name: data?.picture?.fileName ?? '', description: alt },
  };
  if (kind !== 'svg') return [new ImageRun({ type: kind, ...shared })];
  const raster = context.rasters.get(node.url);
  if (raster === undefined) return textRuns(context, alt, voice);
  const fallback = { type: 'png', data: raster.png } as const;
  return [new ImageRun({ type: 'svg', ...shared, data: raster.svg, fallback })];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Its own size in pixels, or as much smaller as it takes to fit the text. */
function fitted(picture: Picture | undefined, bytes: Uint8Array, widest: number): Size {
  const { width, height } =
    picture?.widthPx !== undefined && picture.heightPx !== undefined
      ? { width: picture.widthPx, height: picture.heightPx }
      : imageSize(bytes);
  const scale = Math.min(1, widest / width);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
