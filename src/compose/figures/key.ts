/** The key of a chart whose series cannot be named where they stand: a mark and a name each. */
import type { ChartLook } from './chart.ts';
import { type Layer, type Place, sheetOf } from './frame.ts';
import { dotsLayer, shapes, type Words, wordsLayer } from './layers.ts';
import { textWidth, wrapText } from './text-width.ts';

export interface Key {
  readonly layers: readonly Layer[];
  /** Where the plot may begin. */
  readonly bottomPx: number;
}

const markPx = 11;
const gapPx = 18;

/** Names in order → their key, in as many lines as it needs. `marks`: squares of a tint, or the shapes of series. */
export function keyOf(
  names: readonly string[],
  marks: 'tints' | 'shapes',
  { frame, widthPx, topPx, hasKey }: Place,
  { colours, dir }: ChartLook,
): Key {
  if (names.length === 0 || !hasKey) return { layers: [], bottomPx: topPx };
  const sheet = sheetOf(widthPx, dir);
  const { textPx, linePx } = frame;
  const layers: Layer[] = [];
  const words: Words[] = [];
  let x = 0;
  let y = topPx + linePx / 2;
  for (const [index, name] of names.entries()) {
    const lines = wrapText(name, widthPx - markPx - 6, textPx);
    const width = markPx + 6 + Math.max(...lines.map((line) => textWidth(line, textPx)));
    if (x > 0 && x + width > widthPx) {
      x = 0;
      y += linePx + 3;
    }
    const at = [{ x: sheet.x(x + markPx / 2), y }];
    const isTint = marks === 'tints';
    const fill = (isTint ? colours.tints : colours.series)[index] ?? colours.ink;
    const shape = isTint ? 'square' : (shapes[index] ?? 'circle');
    const stroke = isTint ? colours.ink : colours.ground;
    layers.push(...dotsLayer(at, { shape, fill, stroke, sizePx: markPx }));
    words.push({ x: sheet.x(x + markPx + 6), y, text: lines });
    y += (lines.length - 1) * linePx;
    x += width + gapPx;
  }
  const style = { align: sheet.align('start'), sizePx: textPx, linePx, fill: colours.ink } as const;
  return { layers: [...layers, ...wordsLayer(words, style)], bottomPx: y + linePx / 2 + 8 };
}
