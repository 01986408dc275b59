/**
 * A chart → its drawing in two widths. Equal charts and looks give equal bytes: nothing of the machine,
 * the clock or the time zone goes in. This file brings Vega along, so it is imported by need.
 */
import type { Element } from 'hast';
import type { Chart, ChartLook, Plot, Timeline } from './chart.ts';
import { finishSvg } from './finish-svg.ts';
import { type Frame, frames, type Sketch } from './frame.ts';
import { plotSheets, type Sheets } from './panels.ts';
import { timelineSketch } from './timeline.ts';
import { vegaSvg } from './vega-svg.ts';

/** What was drawn. */
export interface Drawn {
  readonly wide: Element;
  readonly narrow: Element;
  /** Every known value stands in the wide drawing as a number. */
  readonly isLabelled: boolean;
}

/** chart of ours, look → drawing. */
export async function drawChart(
  chart: Exclude<Chart, { type: 'custom' }>,
  look: ChartLook,
): Promise<Drawn> {
  const wide = await drawOne(chart, frames.wide, look);
  const narrow = await drawOne(chart, frames.narrow, look);
  return { wide: wide.svg, narrow: narrow.svg, isLabelled: wide.isLabelled };
}

async function drawOne(chart: Plot | Timeline, frame: Frame, look: ChartLook) {
  const { rows, isLabelled } = sheetsOf(chart, frame, look);
  const { svg, warnings } = await vegaSvg(specOf(rows), configOf(look));
  // Our own specifications are sound; a warning means that one of them is not.
  if (warnings.length > 0) throw new Error(`a chart of ours is doubtful: ${warnings.join('; ')}`);
  const widthPx = frame.widthPx;
  const heightPx = rows.reduce((sum, row) => sum + (row[0]?.heightPx ?? 0), 0);
  return { svg: finishSvg(svg, '', look, { widthPx, heightPx }), isLabelled };
}

function sheetsOf(chart: Plot | Timeline, frame: Frame, look: ChartLook): Sheets {
  if (chart.type === 'plot') return plotSheets(chart, frame, look);
  const sketch = timelineSketch(chart, frame, look);
  return { rows: [[sketch]], isLabelled: sketch.isLabelled };
}

function specOf(rows: Sheets['rows']): Readonly<Record<string, unknown>> {
  const outer = { padding: 0, autosize: { type: 'none' } };
  const cells = rows.flat().map(unit);
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) return { ...outer, ...only };
  const grid = { columns: rows[0]?.length ?? 1, spacing: 0, bounds: 'flush', align: 'none' };
  return { ...outer, ...grid, concat: cells };
}

function unit({ widthPx, heightPx, layers }: Sketch) {
  const filled = layers.length === 0 ? [blank] : layers;
  return { width: widthPx, height: heightPx, view: { stroke: null, fill: null }, layer: filled };
}

/** A layer of nothing: Vega-Lite wants one in every view. */
const blank = { data: { values: [] }, mark: { type: 'rule' }, encoding: {} };

/** What holds for every mark that does not say otherwise. */
export function configOf({ fonts, colours }: ChartLook): Readonly<Record<string, unknown>> {
  const font = [...fonts, 'sans-serif'].join(', ');
  return {
    background: colours.ground,
    font,
    padding: 0,
    view: { stroke: null },
    mark: { tooltip: null },
    aria: false,
  };
}
