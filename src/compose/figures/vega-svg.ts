/**
 * A Vega-Lite specification → SVG, without a browser. Nothing can be fetched (every address is refused),
 * no code is made from expressions (Vega's own interpreter walks them), and words are measured by our
 * own table, as there is no canvas.
 */
import { type Loader, type LoggerInterface, parse, textMetrics, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { type Config, compile, type TopLevelSpec } from 'vega-lite';
import { textWidth } from './text-width.ts';

declare module 'vega' {
  /** How the library measures words; a function put in here takes the place of its own. */
  export const textMetrics: { width: (item: Measured, text: unknown) => number };
}

/** A mark of text, as far as its width goes. */
interface Measured {
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
  readonly text?: unknown;
}

/** What Vega drew, and what it had to say about it. */
export interface VegaDrawing {
  readonly svg: string;
  readonly warnings: readonly string[];
}

/** Runs work that may not end; default: just runs it. */
export type Runner = (work: () => void) => void;

/** specification, configuration → SVG. Throws what Vega throws. */
export async function vegaSvg(
  spec: Readonly<Record<string, unknown>>,
  config: Readonly<Record<string, unknown>>,
  runner: Runner = (work) => work(),
): Promise<VegaDrawing> {
  textMetrics.width = measured;
  const logger = collecting();
  const steps: { view?: View } = {};
  runner(() => {
    // Vega-Lite checks what it is given by itself; its types cannot describe an author's mapping.
    const compiled = compile(spec as unknown as TopLevelSpec, { config: config as Config, logger });
    const runtime = parse(compiled.spec, undefined, { ast: true });
    const view = new View(runtime, {
      renderer: 'none',
      loader: refusing,
      logger,
      expr: expressionInterpreter,
    });
    steps.view = view.run();
  });
  const { view } = steps;
  if (view === undefined) throw new Error('nothing was drawn');
  const svg = await view.toSVG();
  view.finalize();
  if (logger.errors.length > 0) throw new Error(logger.errors[0]);
  return { svg, warnings: logger.warnings };
}

/**
 * What a specification asks for from elsewhere is refused. Addresses of links and pictures become empty:
 * a refusal there would end the process, as the library listens to nothing but success.
 */
const refusing: Loader = {
  load: refuse,
  http: refuse,
  file: refuse,
  sanitize: async () => ({ href: '' }),
};

function refuse(address: string): Promise<never> {
  return Promise.reject(new Error(`nothing is fetched for a chart: ${address}`));
}

interface Collecting extends LoggerInterface {
  readonly warnings: string[];
  readonly errors: string[];
}

function collecting(): Collecting {
  const into = (list: string[]) =>
    function add(this: Collecting, ...told: readonly unknown[]) {
      list.push(told.map(String).join(' '));
      return this;
    };
  const warnings: string[] = [];
  const errors: string[] = [];
  const logger = {
    warnings,
    errors,
    warn: into(warnings),
    error: into(errors),
    info: into([]),
    debug: into([]),
    level: () => 1,
  };
  // `level` is a getter and a setter in one; nobody sets it.
  return logger as unknown as Collecting;
}

function measured({ fontSize, fontWeight, text: own }: Measured, text: unknown): number {
  const isBold = fontWeight === 'bold' || Number(fontWeight) >= 600;
  return textWidth(String(text ?? own ?? ''), fontSize ?? defaultSizePx, isBold);
}

// Source: vega-scenegraph, the size of text marks that name none.
const defaultSizePx = 11;
