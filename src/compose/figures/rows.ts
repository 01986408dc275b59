/**
 * Rows of a chart that runs across the page: where each stands, and its label beside or above it.
 * Long labels, and all labels on a telephone, stand above their row, where they have the whole width.
 */
import type { Plot, Point } from './chart.ts';
import { type Place, sheetOf } from './frame.ts';
import { type WordStyle, type Words, wordsLayer } from './layers.ts';
import { longestWord, textWidth, wrapText } from './text-width.ts';

/** One row, from top to bottom. */
export interface ChartRow {
  /** Its points: one, or those of all series where they share a row. */
  readonly points: readonly Point[];
  /** Middle of what is drawn. */
  readonly y: number;
}

export interface Rows {
  readonly rows: readonly ChartRow[];
  readonly words: ReturnType<typeof wordsLayer>;
  /** Where values start, from the edge where reading starts. */
  readonly startPx: number;
  /** Stretches from top to bottom that no words cross, for a line that the values start from. */
  readonly clear: readonly { readonly from: number; readonly to: number }[];
  readonly heightPx: number;
}

export interface RowStyle {
  /** What is drawn in a row, across it. */
  readonly barPx: number;
  readonly fill: string;
  readonly dir: 'ltr' | 'rtl';
  /** Each series in a row of its own, called by its name. */
  readonly isSplit: boolean;
  /** Where the first row begins. */
  readonly topPx: number;
}

/** Largest share of the width that labels beside their rows may take. */
const besideShare = 0.4;
const besideLines = 2;

/** plot, points of a panel, place → rows. */
export function rowsOf(
  plot: Plot,
  points: readonly Point[],
  { frame, widthPx }: Place,
  style: RowStyle,
): Rows {
  const steps = plot.steps.flatMap(({ text }, index) => {
    const own = points.filter(({ step }) => step === index);
    return own.length === 0 ? [] : [{ text, points: own }];
  });
  const { textPx, linePx } = frame;
  const sheet = sheetOf(widthPx, style.dir);
  const labels = style.isSplit ? plot.series : steps.map(({ text }) => text);
  const room = widthPx * besideShare;
  const isBeside =
    (frame.name === 'wide' || style.isSplit) &&
    labels.every((label) => {
      const lines = wrapText(label, room, textPx);
      return lines.length <= besideLines && longestWord(label, textPx) <= room;
    });
  const width = Math.max(
    0,
    ...labels.flatMap((label) =>
      wrapText(label, room, textPx).map((one) => textWidth(one, textPx)),
    ),
  );
  const startPx = isBeside ? Math.ceil(width) + 10 : 0;
  const rows: ChartRow[] = [];
  const beside: Words[] = [];
  const heads: Words[] = [];
  const clear: { from: number; to: number }[] = [];
  let y = style.topPx;
  const addRow = (label: string, own: readonly Point[]) => {
    if (isBeside) {
      const lines = wrapText(label, room, textPx);
      const height = Math.max(style.barPx, lines.length * linePx);
      const middle = y + height / 2;
      const first = middle - ((lines.length - 1) * linePx) / 2;
      beside.push({ x: sheet.x(0), y: first, text: lines });
      rows.push({ points: own, y: middle });
      y += height + (style.isSplit ? 4 : 9);
    } else {
      const lines = wrapText(label, widthPx, textPx);
      beside.push({ x: sheet.x(0), y: y + linePx / 2, text: lines });
      y += lines.length * linePx + 2;
      clear.push({ from: y - 1, to: y + style.barPx + 1 });
      rows.push({ points: own, y: y + style.barPx / 2 });
      y += style.barPx + 10;
    }
  };
  for (const { text, points: own } of steps) {
    if (!style.isSplit) {
      addRow(text, own);
      continue;
    }
    const lines = wrapText(text, widthPx, textPx, true);
    heads.push({ x: sheet.x(0), y: y + linePx / 2, text: lines });
    y += lines.length * linePx + 4;
    const from = y - 2;
    for (const point of own) addRow(plot.series[point.series] ?? '', [point]);
    if (isBeside) clear.push({ from, to: y - 2 });
    y += 8;
  }
  if (isBeside && !style.isSplit) clear.push({ from: style.topPx - 2, to: y - 7 });
  const words: WordStyle = {
    align: sheet.align('start'),
    sizePx: textPx,
    linePx,
    fill: style.fill,
  };
  return {
    rows,
    words: [...wordsLayer(heads, { ...words, isBold: true }), ...wordsLayer(beside, words)],
    startPx,
    clear,
    heightPx: Math.ceil(y - (style.isSplit ? 10 : 6)),
  };
}
