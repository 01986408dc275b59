/**
 * Prints citations and bibliographies. An engine is kept for each style and language, with what it has
 * printed: the sources of an office stand in many of its briefs, mostly cited in the same way, and
 * printing them is the slowest part of composing.
 */
import type { CslItem } from '../../model/document.ts';
import { remember } from '../../model/remember.ts';
import { type CslEngine, makeEngine } from './csl-engine.ts';
import type { CslElement } from './csl-xml.ts';
import type { CslLocale } from './locale.ts';
import { formatName } from './output-format.ts';
import { createPrintedTexts, type PrintedTexts } from './printed-texts.ts';
import { rememberLooks } from './remember-looks.ts';

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
  /** Every source that may be cited, its texts shielded. The same object is the same source. */
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

/** An engine and the sources of the document that it is at. */
interface KeptEngine {
  readonly engine: CslEngine;
  readonly texts: PrintedTexts;
  items: EngineOptions['items'];
}

/** style → its engines, by language. */
const enginesOf = remember((_: CslElement) => new Map<string, KeptEngine>());

/**
 * Prints all citations of a document and its bibliography, which also lists `uncited`. Throws
 * `CitationStyleError`, whatever the engine throws, as it does so in many ways.
 */
export function printCitations(
  options: EngineOptions,
  citations: readonly EngineCitation[],
  uncited: readonly string[],
): Printed {
  const engines = enginesOf(options.style);
  const key = `${options.locale.tag} ${options.lang}`;
  try {
    const kept = engines.get(key) ?? startEngine(options);
    engines.set(key, kept);
    forgetDocument(kept.engine);
    kept.items = options.items;
    return runEngine(kept, citations, uncited);
  } catch (error) {
    // Nobody knows what an engine that failed is at.
    engines.delete(key);
    const message = error instanceof Error ? error.message : String(error);
    throw new CitationStyleError(message.replace(/^citeproc-js error: /, ''), { cause: error });
  }
}

function startEngine({ style, locale, lang, items }: EngineOptions): KeptEngine {
  const itemOf = (id: string): CslItem => {
    const item = kept.items.get(id);
    if (item === undefined) throw new Error(`no source "${id}"`);
    return item;
  };
  const texts = createPrintedTexts(style, itemOf);
  const recipe = { style, locale, lang, retrieveItem: itemOf };
  const engine = makeEngine(recipe, ({ getCitationCluster, ...steps }) => ({
    getCitationCluster: texts.aroundCluster(getCitationCluster),
    ...rememberLooks(steps, style, itemOf),
  }));
  const kept: KeptEngine = { engine, texts, items };
  return kept;
}

/** To be called while the sources of that document are still at hand: the engine looks at them once more. */
function forgetDocument(engine: CslEngine): void {
  // What it listed without citing it would be told from the sources of the next one.
  engine.updateUncitedItems([]);
  engine.restoreProcessorState();
}

function runEngine(
  { engine, texts }: KeptEngine,
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
  const entries = texts.bibliographyOf(engine);
  const printed = new Map(answers.map(([id, , text]) => [id, text]));
  const inOrder = asked.map(({ citationID }) => printed.get(citationID) ?? '');
  const empty = inOrder.findIndex((text) => /CSL STYLE ERROR|NO_PRINTED_FORM/.test(text));
  if (empty !== -1) throw new Error(`it prints nothing for "@${citations[empty]?.items[0]?.id}"`);
  return { citations: inOrder, entries };
}
