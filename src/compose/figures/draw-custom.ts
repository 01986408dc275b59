/** A specification by an author → its drawing, in the house style where it does not say otherwise. */
import { runInNewContext } from 'node:vm';
import { type Diagnostic, diagnose, type Place } from '../../model/diagnostic.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { ChartLook, Custom } from './chart.ts';
import type { Drawn } from './draw.ts';
import { finishSvg } from './finish-svg.ts';
import { type Frame, frames } from './frame.ts';
import { vegaLocale } from './vega-locale.ts';
import { vegaSvg } from './vega-svg.ts';

/** How long one drawing may take. A chart of a thousand points takes a twentieth of a second. */
const limitMs = 5_000;

/**
 * checked specification, look, its figure's id and where it stands → drawing. Reports `figure-spec-broken`,
 * `figure-spec-endless` and, with a drawing all the same, `figure-spec-doubtful`.
 */
export async function drawCustom(
  custom: Custom,
  look: ChartLook,
  { id, place }: { id: string; place: Place },
): Promise<Outcome<Drawn | undefined>> {
  try {
    const wide = await drawOne(custom, frames.wide, look, id);
    const hasOwnWidth = 'width' in custom.spec || !isSingle(custom.spec);
    const narrow = hasOwnWidth ? wide : await drawOne(custom, frames.narrow, look, id);
    const warnings = [...new Set(wide.warnings)];
    return {
      value: { wide: wide.svg, narrow: narrow.svg, isLabelled: false },
      diagnostics: warnings.map((problem) => diagnose('figure-spec-doubtful', { problem }, place)),
    };
  } catch (error) {
    return { value: undefined, diagnostics: [explain(error, place)] };
  }
}

async function drawOne({ spec, rows }: Custom, frame: Frame, look: ChartLook, id: string) {
  const { usermeta: _, ...own } = spec;
  const fitted =
    'width' in own || !isSingle(own)
      ? {}
      : { width: frame.widthPx, autosize: { type: 'fit', contains: 'padding' } };
  const data = rows === undefined ? {} : { data: { values: rows } };
  // A new context is there for its time limit alone: code called from it is stopped as well.
  const { svg, warnings } = await vegaSvg(
    { ...fitted, ...own, ...data },
    styled(frame, look),
    (work) => runInNewContext('work()', { work }, { timeout: limitMs }),
  );
  return { svg: finishSvg(svg, `${id}-${frame.name}`, look), warnings };
}

/** Only a single view, layered or not, can be told to fit a width. */
function isSingle(spec: Readonly<Record<string, unknown>>): boolean {
  const joined = ['facet', 'repeat', 'concat', 'hconcat', 'vconcat'];
  const { encoding } = spec;
  const facets = ['row', 'column', 'facet'];
  const isFaceted =
    typeof encoding === 'object' && encoding !== null && facets.some((one) => one in encoding);
  return !isFaceted && joined.every((name) => !(name in spec));
}

/** Entries of a legend side by side, so that they end before the drawing does. */
const legendColumns = { wide: 4, narrow: 2 } as const;

/** The house style, for what a specification does not say. */
function styled(
  { name, textPx, smallPx }: Frame,
  look: ChartLook,
): Readonly<Record<string, unknown>> {
  const { ink, muted, rule, ground, series, tints } = look.colours;
  const words = { labelColor: muted, titleColor: muted, titleFontWeight: 400 };
  return {
    background: ground,
    font: [...look.fonts, 'sans-serif'].join(', '),
    aria: false,
    locale: vegaLocale(look.lang),
    view: { stroke: null },
    mark: { tooltip: null, color: series[0] },
    text: { fontSize: textPx, fill: ink },
    line: { strokeWidth: 2.25 },
    axis: {
      ...words,
      labelFontSize: smallPx,
      titleFontSize: smallPx,
      domainColor: muted,
      tickColor: muted,
      gridColor: rule,
      gridWidth: 0.75,
    },
    axisX: { labelAngle: 0, labelOverlap: 'greedy' },
    legend: {
      ...words,
      orient: 'top',
      columns: legendColumns[name],
      labelFontSize: textPx,
      titleFontSize: smallPx,
    },
    header: { labelFontSize: textPx, labelFontWeight: 600, labelColor: ink, titleColor: muted },
    title: { color: ink, fontSize: textPx, fontWeight: 600, anchor: 'start' },
    range: { category: series, ordinal: tints, ramp: [...tints].reverse() },
  };
}

function explain(error: unknown, place: Place): Diagnostic {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
    return diagnose('figure-spec-endless', { seconds: limitMs / 1000 }, place);
  }
  const message = error instanceof Error ? error.message : String(error);
  return diagnose('figure-spec-broken', { problem: message.split('\n')[0] ?? message }, place);
}
