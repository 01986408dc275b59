/**
 * Handlebars, held short: strict (what a brief does not have is an error, with the template's file and
 * line), without look-ups on prototypes, and stopped when it does not end.
 */

import { createContext, Script } from 'node:vm';
import Handlebars from 'handlebars';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import type { TemplateFile } from '../model/document.ts';
import type { Outcome } from '../model/outcome.ts';
import { remember } from '../model/remember.ts';
import { offsetAt, type Span } from '../model/span.ts';
import type { TemplateBundle } from '../model/template.ts';
import { specificationOf } from '../model/templating/specification.ts';

/** How long one template may run. The samples take two milliseconds. */
const limitMs = 5_000;

/** How deep partials may include each other. */
const depthLimit = 40;

/** A helper: its arguments, without Handlebars' own → what is printed. */
export type Helper = (...values: readonly unknown[]) => unknown;

/** template, view, helpers → its text, or why there is none. */
export function runTemplate(
  template: TemplateBundle,
  view: Readonly<Record<string, unknown>>,
  helpers: Readonly<Record<string, Helper>>,
): Outcome<string | undefined> {
  const engine = Handlebars.create();
  for (const [name, helper] of Object.entries(helpers)) {
    engine.registerHelper(name, (...values: unknown[]) => helper(...values.slice(0, -1)));
  }
  const running = new Running(engine, template);
  try {
    const render = running.compile(template.main);
    const text: string = limiterOf(template.main)(() => render(view), limitMs);
    return { value: text, diagnostics: [] };
  } catch (error) {
    return { value: undefined, diagnostics: [running.explain(error, view)] };
  }
}

/** A context of its own is there for its time limit alone: code called from it is stopped as well. */
const limiterOf = remember((_: TemplateFile) => {
  const work: { render?: () => string } = {};
  const context = createContext(work);
  const script = new Script('render()');
  return (render: () => string, timeout: number): string => {
    work.render = render;
    try {
      return script.runInContext(context, { timeout });
    } finally {
      delete work.render;
    }
  };
});

type Render = (view: unknown, options?: Handlebars.RuntimeOptions) => string;

/** One run of one template: compiles its parts by need and remembers which one was at work. */
class Running {
  readonly #engine: typeof Handlebars;
  readonly #template: TemplateBundle;
  /** Files at work, outermost first; after an error, the place where it happened. */
  readonly #stack: TemplateFile[] = [];
  #failedIn: TemplateFile | undefined;

  constructor(engine: typeof Handlebars, template: TemplateBundle) {
    this.#engine = engine;
    this.#template = template;
    for (const [name, file] of template.partials) {
      let compiled: Render | undefined;
      const lazily: Render = (view, options) => {
        compiled ??= this.compile(file);
        return compiled(view, options);
      };
      engine.registerPartial(name, lazily as Handlebars.Template);
    }
  }

  compile(file: TemplateFile): Render {
    let render: Handlebars.TemplateDelegate;
    try {
      render = this.#engine.template(compiled(file));
    } catch (error) {
      this.#failedIn = file;
      throw error;
    }
    return (view, options) => {
      this.#stack.push(file);
      if (this.#stack.length > depthLimit) {
        this.#failedIn = file;
        throw new DepthError();
      }
      try {
        const text = render(view, options);
        this.#stack.pop();
        return text;
      } catch (error) {
        this.#failedIn ??= file;
        throw error;
      }
    };
  }

  explain(error: unknown, view: Readonly<Record<string, unknown>>): Diagnostic {
    const file = this.#failedIn ?? this.#template.main;
    const text = error instanceof Error ? error.message : String(error);
    const span = spanOf(file, error, text);
    if (error instanceof DepthError) {
      return diagnose('template-too-deep', { limit: depthLimit }, { span });
    }
    if (isTimeout(error)) {
      return diagnose(
        'template-endless',
        { seconds: limitMs / 1000 },
        { span: { ...span, end: span.start } },
      );
    }
    const partial = /The partial (\S+) could not be found/.exec(text)?.[1];
    if (partial !== undefined) {
      const near = didYouMean(partial, this.#template.partials.keys());
      const hint = near === undefined ? {} : { hint: `did you mean {{> ${near}}}?` };
      const at = spanOfText(file, `> ${partial}`) ?? spanOfText(file, `>${partial}`) ?? span;
      return diagnose('template-partial-missing', { name: partial }, { span: at, ...hint });
    }
    const missing = /^"(.+?)" not defined in/.exec(text)?.[1];
    if (missing !== undefined) {
      const near = didYouMean(missing, Object.keys(view));
      const hint = near === undefined ? {} : { hint: `did you mean {{${near}}}?` };
      return diagnose('template-field-missing', { name: missing }, { span, ...hint });
    }
    const problem = text.split('\n')[0] ?? 'the template cannot be read';
    return diagnose('template-broken', { problem: friendly(problem) }, { span });
  }
}

/** A template as Handlebars has compiled it: the same for every brief. */
const compiled = remember((file: TemplateFile) => specificationOf(file.text, 'brief'));

class DepthError extends Error {}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

/** Handlebars tells a line, and sometimes columns, in one of three ways. */
function spanOf(file: TemplateFile, error: unknown, message: string): Span {
  const told = error as { lineNumber?: unknown; column?: unknown; endColumn?: unknown } | null;
  const line = numberOr(
    told?.lineNumber,
    Number(/line (\d+)/.exec(message)?.[1] ?? /- (\d+):\d+$/.exec(message)?.[1] ?? 1),
  );
  const column = numberOr(told?.column, Number(/- \d+:(\d+)$/.exec(message)?.[1] ?? 0));
  const start = offsetAt(file.text, { line, column: column + 1 });
  const lineEnd = file.text.indexOf('\n', start);
  return { file: file.path, start, end: lineEnd === -1 ? file.text.length : lineEnd };
}

function spanOfText(file: TemplateFile, text: string): Span | undefined {
  const start = file.text.indexOf(text);
  return start === -1 ? undefined : { file: file.path, start, end: start + text.length };
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

function friendly(problem: string): string {
  if (problem.startsWith('Parse error')) return 'there is a mistake in the template on this line';
  return problem.charAt(0).toLowerCase() + problem.slice(1);
}
