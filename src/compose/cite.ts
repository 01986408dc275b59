/** Joins the tree with the citator: notes or author–date, and the list of what is cited. */
import type { Nodes, Root, Text } from 'mdast';
import type { CslItem } from '../model/document.ts';
import { citationsIn } from '../model/mentions.ts';
import type { Outcome } from '../model/outcome.ts';
import { walk } from '../model/walk.ts';
import { citeSources } from './citations/cite-sources.ts';
import { say, type ViewContext } from './view/context.ts';

/** The style of citations, and where styles are read from. */
export interface CitationSettings {
  readonly style: string;
  /** Reads what ships with the tool: styles and locales. */
  readonly readShipped: (path: string) => Promise<string>;
}

/** tree, in place → the works cited, in order of the references. */
export async function cite(
  tree: Root,
  context: ViewContext,
  settings: CitationSettings,
): Promise<Outcome<readonly CslItem[]>> {
  const { records, lang } = context;
  dropUnseen(tree, new Set(records.source.keys()));
  const sources = new Map([...records.source].map(([id, { data }]) => [id, data]));
  const labels = {
    citedInNote: say(context, 'citedInNote'),
    citedInNotes: say(context, 'citedInNotes'),
    citedBetween: say(context, 'citedBetween'),
    citedInEvidence: say(context, 'evidence'),
  };
  const outcome = await citeSources(tree, { ...settings, lang, sources, labels });
  return { value: outcome.value.items, diagnostics: outcome.diagnostics };
}

/** Shown on a screen for whoever asks, and left out on paper. */
const onDemand: ReadonlySet<string> = new Set(['evidence-on-demand', 'figure-data']);

/**
 * Takes citations away where they cannot stand: of sources that this audience may not see, and in
 * what is shown on demand, which is not printed on paper.
 */
function dropUnseen(tree: Root, sources: ReadonlySet<string>): void {
  walk<Nodes>(tree, (node) => {
    if (node.type === 'region' && onDemand.has(node.role)) {
      walk<Nodes>(node, (below) => {
        if (below.type === 'text') keepItems(below, () => false);
        return undefined;
      });
      return 'skip';
    }
    if (node.type === 'text') keepItems(node, (id) => sources.has(id));
    return undefined;
  });
}

/** Rewrites the citations of a text to the items that may stay; one without any goes, with its space. */
function keepItems(node: Text, mayStay: (id: string) => boolean): void {
  let rest = node.value;
  for (const cluster of citationsIn(node.value).toReversed()) {
    const kept = cluster.items.filter(({ id }) => mayStay(id));
    if (kept.length === cluster.items.length) continue;
    const inner = node.value.slice(cluster.start + 1, cluster.end - 1).split(';');
    const parts = inner.filter((_, index) => mayStay(cluster.items[index]?.id ?? ''));
    const text = parts.length === 0 ? '' : `[${parts.join(';').trim()}]`;
    const before = rest.slice(0, cluster.start);
    rest = (text === '' ? before.trimEnd() : before) + text + rest.slice(cluster.end);
  }
  node.value = rest;
}
