/** The bytes of a picture → what it is, by what stands in them, not by the name of the file. */
import type { Element } from 'hast';
import { imageSize } from 'image-size';
import { type Diagnostic, diagnose, type Place } from '../../model/diagnostic.ts';
import type { Outcome } from '../../model/outcome.ts';
import { cleanSvg } from './clean-svg.ts';
import { printSvg } from './print-svg.ts';

/** A picture that can be shown. */
export interface InspectedImage {
  readonly dataUrl: string;
  readonly extension: 'png' | 'jpg' | 'gif' | 'webp' | 'svg';
  readonly fileName: string;
  /** Undefined for SVG that fits any size. */
  readonly widthPx: number | undefined;
  readonly heightPx: number | undefined;
}

/** What every browser draws, and Word too. */
const types = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
} as const;

/** A sheet of A3 at 300 dpi has 17 million pixels. A browser takes four bytes for each. */
const mostPixels = 40_000_000;
const mostBytes = 20_000_000;

/** path, bytes, where they are named → picture, or why it is not shown. */
export function inspectImage(
  path: string,
  bytes: Uint8Array,
  place: Place,
): Outcome<InspectedImage | undefined> {
  const file = path.split('/').at(-1) ?? path;
  const refuse = (diagnostic: Diagnostic) => ({ value: undefined, diagnostics: [diagnostic] });
  if (bytes.byteLength > mostBytes) {
    const problem = `has more than ${mostBytes / 1_000_000} megabytes`;
    return refuse(diagnose('picture-too-large', { file, problem }, place));
  }
  const text = svgText(bytes);
  if (text !== undefined) return inspectSvg(file, text, place);
  const size = sizeOf(bytes);
  if (size === undefined) return refuse(diagnose('picture-unreadable', { file }, place));
  const { width, height, type } = size;
  if (width * height > mostPixels) {
    const problem = `is ${width} by ${height} pixels large`;
    return refuse(diagnose('picture-too-large', { file, problem }, place));
  }
  const dataUrl = `data:${types[type]};base64,${Buffer.from(bytes).toString('base64')}`;
  const picture = { dataUrl, extension: type, fileName: file, widthPx: width, heightPx: height };
  return { value: picture, diagnostics: [] };
}

function inspectSvg(file: string, text: string, place: Place): Outcome<InspectedImage | undefined> {
  const cleaned = cleanSvg(text);
  if (cleaned === undefined) {
    return { value: undefined, diagnostics: [diagnose('picture-unreadable', { file }, place)] };
  }
  const { svg, removed } = cleaned;
  const base64 = Buffer.from(printSvg(svg)).toString('base64');
  const parts = [...removed].sort().join(', ');
  return {
    value: {
      dataUrl: `data:image/svg+xml;base64,${base64}`,
      extension: 'svg',
      fileName: file,
      ...pixelsOf(svg),
    },
    diagnostics: parts === '' ? [] : [diagnose('picture-cleaned', { file, parts }, place)],
  };
}

/** Bytes that begin as SVG does → their text. */
function svgText(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096));
  if (
    !/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>\s*)*<svg[\s>]/i.test(
      start,
    )
  ) {
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function pixelsOf({ properties }: Element): Pick<InspectedImage, 'widthPx' | 'heightPx'> {
  const [width, height] = [properties.width, properties.height].map((value) =>
    /^\d+(?:\.\d+)?(?:px)?$/.test(String(value)) ? Math.round(Number.parseFloat(String(value))) : 0,
  );
  return width && height
    ? { widthPx: width, heightPx: height }
    : { widthPx: undefined, heightPx: undefined };
}

/** Size and type from the header alone; nothing is decoded. */
function sizeOf(bytes: Uint8Array) {
  try {
    const { width, height, type } = imageSize(bytes);
    if (!isShown(type) || width <= 0 || height <= 0) return undefined;
    return { width, height, type };
  } catch {
    // The library throws at everything that is no picture, and at broken ones.
    return undefined;
  }
}

function isShown(type: string | undefined): type is keyof typeof types {
  return type !== undefined && Object.hasOwn(types, type);
}
