/**
 * The citation engine: `citeproc`, as `@citation-js/plugin-csl` brings it along, and the parts of it that
 * we use. The engine and the locales are taken out of the plugin without its wrapper, which adds 20 ms to
 * every start and loads an HTTP client. Nothing here is imported before a brief cites something.
 */
import { createRequire } from 'node:module';
import type { CslItem } from '../../model/document.ts';
import { remember } from '../../model/remember.ts';
import type { CslElement } from './csl-xml.ts';
import type { CslLocale } from './locale.ts';
import { type CslFormat, type FormatEngine, format, formatName } from './output-format.ts';

/** A running engine. */
export interface CslEngine extends FormatEngine {
  readonly registry: {
    readonly registry: Readonly<Record<string, RegisteredItem>>;
    getSortedIds(): readonly string[];
  };
  readonly bibliography: { readonly opt: Readonly<Record<string, unknown>> };
  readonly opt: { readonly parallel: { readonly enable?: boolean } };
  /** What it remembers from one step to the next; the parts that we put back. */
  readonly tmp: FormatEngine['tmp'] & {
    area: string;
    root: string;
    disambig_request: unknown;
    disambig_settings: object;
  };
  setOutputFormat(name: string): void;
  /** Lists these besides what is cited. */
  updateUncitedItems(ids: readonly string[]): void;
  /** Without citations: forgets what all documents have cited, but not what they listed besides. */
  restoreProcessorState(): void;
  rebuildProcessorState(
    citations: readonly object[],
    format: string,
    uncited: readonly string[],
  ): readonly (readonly [id: string, note: number, text: string])[];
  makeBibliography(section?: { readonly include: readonly Condition[] }): false | Bibliography;
}

/** Entries whose field has this value are printed. */
interface Condition {
  readonly field: string;
  readonly value: string;
}

type Bibliography = readonly [
  { readonly entry_ids: readonly (readonly string[])[] },
  readonly string[],
];

/** What the engine knows of a source in this document: how it is told from others, its number. */
export interface RegisteredItem {
  readonly disambig: object;
  readonly seq: number;
}

/** A source in a citation: its data, and how it is cited here, its position included. */
export type CiteInCluster = readonly [
  item: { readonly id: string; readonly type?: string },
  cite: object,
];

interface CslSystem {
  readonly retrieveItem: (id: string) => CslItem;
  readonly retrieveLocale: (lang: string) => CslElement;
  readonly variableWrapper: () => string;
  readonly stringCompare: (a: string, b: string) => number;
}

/** Prints one citation whose sources have been looked at; `this` is the engine. */
export type PrintCluster = (
  this: CslEngine,
  cites: readonly CiteInCluster[],
  citation?: { readonly properties: object },
) => string;

/** What the engine does again and again with the same sources, and a caller may stand around. */
export interface EngineSteps {
  getCitationCluster: PrintCluster;
  /** How a source looks when it is cited, by which look-alikes are found. */
  getAmbiguousCite: (this: CslEngine, item: RetrievedItem, ...rest: readonly unknown[]) => string;
  /** The texts that an entry is sorted by. */
  getSortKeys: (this: CslEngine, item: RetrievedItem, list: string) => readonly string[];
}

/** The engine's own copy of a source's data. */
export interface RetrievedItem {
  readonly id: string;
}

interface CslModule extends EngineSteps {
  debug: (message: string) => void;
  readonly Output: { readonly Formats: Record<string, CslFormat> };
  readonly Engine: new (
    system: CslSystem,
    style: CslElement,
    lang: string,
    forceLang: boolean,
  ) => CslEngine;
}

export interface EngineRecipe {
  readonly style: CslElement;
  readonly locale: CslLocale;
  /** BCP 47 tag by whose rules entries are sorted. */
  readonly lang: string;
  readonly retrieveItem: (id: string) => CslItem;
}

/** recipe, what stands around the engine's steps → an engine. Throws as the engine does. */
export function makeEngine(
  { style, locale, lang, retrieveItem }: EngineRecipe,
  around: (steps: EngineSteps) => EngineSteps,
): CslEngine {
  const csl = loadEngine();
  csl.Output.Formats[formatName] = format;
  csl.debug = () => {};
  const nothing: CslElement = { name: 'locale', attrs: {}, children: [] };
  const system: CslSystem = {
    retrieveItem,
    // The engine asks for the language and for what it falls back to; ours is already both.
    retrieveLocale: (tag) => (tag === locale.tag ? structuredClone(locale.root) : nothing),
    // Never called: our format has the better place for it, but only runs where this is set.
    variableWrapper: () => '',
    stringCompare: new Intl.Collator(lang, {
      sensitivity: 'base',
      ignorePunctuation: true,
      numeric: true,
    }).compare,
  };
  // The engine writes into the trees that it is given.
  const engine = new csl.Engine(system, structuredClone(style), locale.tag, true);
  const { original, own } = wrapped(csl);
  own.set(engine, around(original));
  return engine;
}

/** What a module did before it was wrapped, and what each of its engines does instead. */
interface Wrapped {
  readonly original: EngineSteps;
  readonly own: WeakMap<CslEngine, EngineSteps>;
}

/** The engine has no place to stand around these functions, so it is put in their own, once. */
const wrapped = remember((csl: CslModule): Wrapped => {
  const { getCitationCluster, getAmbiguousCite, getSortKeys } = csl;
  const original: EngineSteps = { getCitationCluster, getAmbiguousCite, getSortKeys };
  const own = new WeakMap<CslEngine, EngineSteps>();
  const stepsOf = (engine: CslEngine) => own.get(engine) ?? original;
  csl.getCitationCluster = function (...given) {
    return stepsOf(this).getCitationCluster.apply(this, given);
  };
  csl.getAmbiguousCite = function (...given) {
    return stepsOf(this).getAmbiguousCite.apply(this, given);
  };
  csl.getSortKeys = function (...given) {
    return stepsOf(this).getSortKeys.apply(this, given);
  };
  return { original, own };
});

/** The engine that the plugin depends on, whatever its version. */
function loadEngine(): CslModule {
  const require = createRequire(import.meta.url);
  const plugin = createRequire(require.resolve('@citation-js/plugin-csl'));
  // The module has no types; these are the parts of its interface that we use.
  return plugin('citeproc') as CslModule;
}
