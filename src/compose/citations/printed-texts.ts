/**
 * What an engine has printed, by everything that it printed it from: the sources, how they are cited,
 * where the citation stands among the others (ibid., first note), and what tells its sources from others
 * that look alike. What a style prints in dependence on anything else is never remembered.
 */
import type { CslItem } from '../../model/document.ts';
import { remember } from '../../model/remember.ts';
import type { CslEngine, PrintCluster } from './csl-engine.ts';
import type { CslElement } from './csl-xml.ts';

export interface PrintedTexts {
  /** The printing of one citation → the same, which remembers. */
  readonly aroundCluster: (print: PrintCluster) => PrintCluster;
  /** The bibliography of the document that the engine is at; none where the style has none. */
  readonly bibliographyOf: (engine: CslEngine) => readonly Entry[];
}

interface Entry {
  readonly id: string;
  readonly text: string;
}

/** Where a source was first cited: of no account to styles that do not say so. */
const backReferences: readonly string[] = [
  'first-reference-note-number',
  'first-container-reference-note-number',
];

/** Citations and entries of a thousand briefs. */
const textsKept = 50_000;

/**
 * style; id → the source, in the document that is being printed. Nothing has been printed yet. Of more
 * than `mostKept` texts, all are forgotten.
 */
export function createPrintedTexts(
  style: CslElement,
  itemOf: (id: string) => CslItem,
  mostKept = textsKept,
): PrintedTexts {
  const text = JSON.stringify(style);
  const isNumbered = text.includes('citation-number');
  const left = backReferences.filter((name) => !text.includes(name));
  const texts = new Map<string, string>();
  let count = 0;
  const numberOf = remember((_: CslItem) => {
    count += 1;
    return count;
  });
  const keep = (key: string, text: string): string => {
    if (texts.size >= mostKept) texts.clear();
    texts.set(key, text);
    return text;
  };
  /** What is known of a source in this document; its number changes with its data. */
  const knownOf = ({ registry: { registry } }: CslEngine, id: string) => {
    const { disambig, seq } = registry[id] ?? { disambig: {}, seq: 0 };
    return [numberOf(itemOf(id)), disambig, ...(isNumbered ? [seq] : [])];
  };

  return {
    aroundCluster: (print) =>
      function (this: CslEngine, cites, citation) {
        if (!isPlain(this, cites)) return print.call(this, cites, citation);
        const {
          index: _,
          noteIndex: __,
          ...properties
        }: Record<string, unknown> = {
          ...citation?.properties,
        };
        const parts = cites.map(([{ id }, cite]) => [
          knownOf(this, id),
          Object.entries(cite).filter(([name]) => !left.includes(name)),
        ]);
        const key = JSON.stringify(['citation', parts, properties]);
        return texts.get(key) ?? keep(key, print.call(this, cites, citation));
      },

    bibliographyOf: (engine) => {
      if (!hasPlainBibliography(engine)) return entriesOf(engine.makeBibliography());
      const all = new Map(
        engine.registry.getSortedIds().map((id) => {
          const key = JSON.stringify(['entry', knownOf(engine, id)]);
          return [id, { key, text: texts.get(key) }] as const;
        }),
      );
      const missing = [...all].flatMap(([id, { text }]) => (text === undefined ? [id] : []));
      const include = missing.map((value) => ({ field: 'id', value }));
      const printed = missing.length === 0 ? [] : entriesOf(engine.makeBibliography({ include }));
      for (const { id, text } of printed) {
        const key = all.get(id)?.key ?? '';
        all.set(id, { key, text: keep(key, text) });
      }
      return [...all].flatMap(([id, { text }]) => (text === undefined ? [] : [{ id, text }]));
    },
  };
}

/** Reports of one case may swap their locators while they are printed; parallel ones share words. */
function isPlain({ opt }: CslEngine, cites: Parameters<PrintCluster>[0]): boolean {
  return opt.parallel.enable !== true && cites.every(([{ type }]) => type !== 'legal_case');
}

/** Options by which an entry depends on its neighbours, or is left out. Source: CSL 1.0.2, CSL-M. */
const neighbourly = [
  'subsequent-author-substitute',
  'consolidate_containers',
  'exclude_types',
  'exclude_with_fields',
] as const;

function hasPlainBibliography({ bibliography, opt }: CslEngine): boolean {
  const isSet = (value: unknown) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
  return opt.parallel.enable !== true && !neighbourly.some((name) => isSet(bibliography.opt[name]));
}

function entriesOf(bibliography: ReturnType<CslEngine['makeBibliography']>): readonly Entry[] {
  const [{ entry_ids: ids }, entries] = bibliography || [{ entry_ids: [] }, []];
  return entries.map((text, index) => ({ id: ids[index]?.[0] ?? '', text }));
}
