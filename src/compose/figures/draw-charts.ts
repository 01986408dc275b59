/** Draws every chart of a brief, before the template runs. Vega is imported only where there is one. */
import { copyTree } from '../../model/copy-tree.ts';
import { type Diagnostic, diagnose, type Place } from '../../model/diagnostic.ts';
import { type Memory, noMemory } from '../../model/memory.ts';
import type { Outcome } from '../../model/outcome.ts';
import { placeOf } from '../../model/place.ts';
import type { Entry } from '../../model/stages.ts';
import { tableOf } from '../../model/table.ts';
import type { ViewContext } from '../view/context.ts';
import type { Chart, ChartLook } from './chart.ts';
import { chartLook } from './chart-look.ts';
import { checkSpec } from './custom-spec.ts';
import type { DrawnFigure } from './drawn-figure.ts';
import { readChart } from './read-chart.ts';

/** context, ids of figures → id → drawing; tables have none. Reports what cannot be drawn. */
export async function drawCharts(
  context: ViewContext,
  ids: readonly string[],
  memory: Memory = noMemory,
): Promise<Outcome<ReadonlyMap<string, DrawnFigure>>> {
  const drawn = new Map<string, DrawnFigure>();
  const diagnostics: Diagnostic[] = [];
  for (const id of ids) {
    const entry = context.records.figure.get(id);
    if (entry === undefined) continue;
    const table = tableOf(entry.data, context.selected.attachments);
    if (table?.rows.length === 0)
      diagnostics.push(diagnose('figure-empty', { id }, placeOf(entry)));
    if (entry.data.kind === undefined || entry.data.kind === 'table') continue;
    const chart = readChart(context, entry, table);
    diagnostics.push(...chart.diagnostics);
    if (chart.value === undefined) continue;
    const drawing = await drawAgain(context, entry, chart.value, memory);
    diagnostics.push(...drawing.diagnostics);
    if (drawing.value !== undefined) drawn.set(id, copyTree(drawing.value));
  }
  return { value: drawn, diagnostics };
}

/** Equal charts, looks and places give equal drawings, and words said of them. */
function drawAgain(
  context: ViewContext,
  entry: Entry<'figure'>,
  chart: Chart,
  memory: Memory,
): Promise<Outcome<DrawnFigure | undefined>> {
  const look = chartLook(context, entry.data.unit);
  const place = placeOf(entry, ['spec']);
  const key = JSON.stringify([entry.id, chart, look, chart.type === 'custom' ? place : null]);
  return memory.once('chart', key, () => drawOne(entry.id, place, chart, look));
}

async function drawOne(
  id: string,
  place: Place,
  chart: Chart,
  look: ChartLook,
): Promise<Outcome<DrawnFigure | undefined>> {
  if (chart.type !== 'custom') {
    const { drawChart } = await import('./draw.ts');
    const { isLabelled, ...drawing } = await drawChart(chart, look);
    return { value: { drawing: drawing, isLabelled }, diagnostics: [] };
  }
  const problems = checkSpec(chart.spec, place);
  if (problems.length > 0) return { value: undefined, diagnostics: problems };
  const { drawCustom } = await import('./draw-custom.ts');
  const { value, diagnostics } = await drawCustom(chart, look, { id, place });
  if (value === undefined) return { value, diagnostics };
  const { isLabelled, ...drawing } = value;
  return { value: { drawing: drawing, isLabelled }, diagnostics };
}
