/**
 * The citation engine: `citeproc`, as `@citation-js/plugin-csl` brings it along. We take the engine
 * and the locales out of the plugin without its wrapper, which adds 20 ms to every start and loads an
 * HTTP client. Nothing here is imported before a brief cites something.
 */
import { createRequire } from 'node:module';
import type { CslItem } from '../../model/document.ts';
import type { CslElement } from './csl-xml.ts';
import type { CslLocale } from './locale.ts';
import { type CslFormat, type FormatEngine, format, formatName } from './output-format.ts';

/** One source in a citation, as the engine takes it. */
export interface EngineCitationItem {
  readonly id: string;
  readonly locator?: string;
  readonly label?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly 'suppress-author'?: true;
}

/** A citation at its place: `note` is the number of the note it stands in, 0 in running text. */
export interface EngineCitation {
  readonly items: readonly EngineCitationItem[];
  readonly note: number;
}

export interface EngineOptions {
  readonly style: CslElement;
  readonly locale: CslLocale;
  /** BCP 47 tag by whose rules entries are sorted. */
  readonly lang: string;
  /** Every source that may be cited, its texts shielded. */
  readonly items: ReadonlyMap<string, CslItem>;
}

/** What the engine printed, with marks: `readMarked` reads it. */
export interface Printed {
  /** One text for each citation, in the order given. */
  readonly citations: readonly string[];
  /** Entries in the style's order; none where the style has no bibliography. */
  readonly entries: readonly { readonly id: string; readonly text: string }[];
}

/** A style that the engine cannot run, or that prints nothing: the author's mistake, not ours. */
export class CitationStyleError extends Error {}

/**
 * Prints all citations of a document and its bibliography, which also lists `uncited`. Throws
 * `CitationStyleError`, whatever the engine throws, as it does so in many ways.
 */
export function printCitations(
  options: EngineOptions,
  citations: readonly EngineCitation[],
  uncited: readonly string[],
): Printed {
  try {
    return runEngine(makeEngine(options), citations, uncited);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CitationStyleError(message.replace(/^citeproc-js error: /, ''), { cause: error });
  }
}

function runEngine(
  engine: CslEngine,
  citations: readonly EngineCitation[],
  uncited: readonly string[],
): Printed {
  const asked = citations.map(({ items, note }, index) => ({
    citationID: `c${index}`,
    citationItems: items.map((item) => ({ ...item })),
    properties: { noteIndex: note, index },
  }));
  const answers = engine.rebuildProcessorState(asked, formatName, [...uncited]);
  engine.setOutputFormat(formatName);
  const bibliography = engine.makeBibliography();
  const texts = new Map(answers.map(([id, , text]) => [id, text]));
  const printed = asked.map(({ citationID }) => texts.get(citationID) ?? '');
  const empty = printed.findIndex((text) => /CSL STYLE ERROR|NO_PRINTED_FORM/.test(text));
  if (empty !== -1) throw new Error(`it prints nothing for "@${citations[empty]?.items[0]?.id}"`);
  const [{ entry_ids: ids }, entries] = bibliography || [{ entry_ids: [] }, []];
  return {
    citations: printed,
    entries: entries.map((text, index) => ({ id: ids[index]?.[0] ?? '', text })),
  };
}

function makeEngine({ style, locale, lang, items }: EngineOptions): CslEngine {
  const csl = loadEngine();
  csl.Output.Formats[formatName] = format;
  csl.debug = () => {};
  const nothing: CslElement = { name: 'locale', attrs: {}, children: [] };
  const system: CslSystem = {
    retrieveItem: (id) => {
      const item = items.get(id);
      if (item === undefined) throw new Error(`no source "${id}"`);
      return item;
    },
    // The engine asks for the language and for what it falls back to; ours is already both.
    retrieveLocale: (tag) => (tag === locale.tag ? locale.root : nothing),
    // Never called: our format has the better place for it, but only runs where this is set.
    variableWrapper: () => '',
    stringCompare: new Intl.Collator(lang, {
      sensitivity: 'base',
      ignorePunctuation: true,
      numeric: true,
    }).compare,
  };
  return new csl.Engine(system, style, locale.tag, true);
}

/** The engine that the plugin depends on, whatever its version. */
function loadEngine(): CslModule {
  const require = createRequire(import.meta.url);
  const plugin = createRequire(require.resolve('@citation-js/plugin-csl'));
  // The module has no types; these are the parts of its documented interface that we use.
  return plugin('citeproc') as CslModule;
}

interface CslSystem {
  readonly retrieveItem: (id: string) => CslItem;
  readonly retrieveLocale: (lang: string) => CslElement;
  readonly variableWrapper: () => string;
  readonly stringCompare: (a: string, b: string) => number;
}

interface CslEngine extends FormatEngine {
  setOutputFormat(name: string): void;
  rebuildProcessorState(
    citations: readonly object[],
    format: string,
    uncited: readonly string[],
  ): readonly (readonly [id: string, note: number, text: string])[];
  makeBibliography():
    | false
    | readonly [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]];
}

interface CslModule {
  debug: (message: string) => void;
  readonly Output: { readonly Formats: Record<string, CslFormat> };
  readonly Engine: new (
    system: CslSystem,
    style: CslElement,
    lang: string,
    forceLang: boolean,
  ) => CslEngine;
}
