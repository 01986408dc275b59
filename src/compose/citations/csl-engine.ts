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
  setOutputFormat(name: string): void;
  /** Without citations: forgets all documents. */
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

interface CslModule {
  debug: (message: string) => void;
  getCitationCluster: PrintCluster;
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

/** recipe, what stands around the printing of a citation → an engine. Throws as the engine does. */
export function makeEngine(
  { style, locale, lang, retrieveItem }: EngineRecipe,
  around: (print: PrintCluster) => PrintCluster,
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

/** What a module did before it was wrapped, and how each of its engines prints a citation. */
interface Wrapped {
  readonly original: PrintCluster;
  readonly own: WeakMap<CslEngine, PrintCluster>;
}

/** The engine has no place to stand around that function, so it is put in the function's own, once. */
const wrapped = remember((csl: CslModule): Wrapped => {
  const original = csl.getCitationCluster;
  const own = new WeakMap<CslEngine, PrintCluster>();
  csl.getCitationCluster = function (cites, citation) {
    return (own.get(this) ?? original).call(this, cites, citation);
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
