/**
 * Walks the composed tree in reading order, numbers the notes, and puts an empty place wherever a
 * source is cited. What is printed there is known only when everything has been found.
 */
import type {
  FootnoteDefinition,
  FootnoteReference,
  Link,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  Text,
} from 'mdast';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import {
  type CitationCluster,
  type CitationItem,
  citationsIn,
  literalMark,
  malformedCitationsIn,
} from '../../model/mentions.ts';
import { type BriefData, dataOf, type Phrase } from '../../model/tree.ts';
import type { Source } from './csl-item.ts';
import type { Collected, FoundCitation } from './found.ts';
import { placeMarkers } from './place-markers.ts';

export interface CollectOptions {
  /** Whether citations become notes, or stand in the text. */
  readonly isNoteStyle: boolean;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Nodes whose children are a line of text. */
const phrasingParents: ReadonlySet<string> = new Set([
  'delete',
  'emphasis',
  'heading',
  'link',
  'paragraph',
  'phrase',
  'strong',
  'tableCell',
]);

/** Blocks that are on a screen alone: nothing in them may take a number from what is printed. */
const screenRole = 'evidence-on-demand';

/** tree, changed in place → citations, notes and what is wrong with them. */
export function collectCitations(tree: Root, options: CollectOptions): Collected {
  const collector = new Collector(options);
  collector.takeDefinitions(tree);
  collector.walk(tree, { note: 0, mayLink: true, isScreenOnly: false });
  collector.walkScreenOnly();
  return collector;
}

interface Scope {
  readonly note: number;
  readonly mayLink: boolean;
  readonly isScreenOnly: boolean;
}

class Collector implements Collected {
  readonly citations: (FoundCitation & { isLast: boolean })[] = [];
  readonly notes: FootnoteDefinition[] = [];
  readonly linked = new Map<string, string | undefined>();
  readonly diagnostics: Diagnostic[] = [];
  readonly #options: CollectOptions;
  readonly #definitions = new Map<string, FootnoteDefinition>();
  readonly #uses = new Map<string, { readonly number: number; count: number }>();
  readonly #screenOnly: Parents[] = [];
  #inText = 0;

  constructor(options: CollectOptions) {
    this.#options = options;
  }

  takeDefinitions(parent: Parents): void {
    for (const child of parent.children) {
      if (child.type === 'footnoteDefinition') this.#definitions.set(child.identifier, child);
      else if ('children' in child) this.takeDefinitions(child);
    }
    const rest = parent.children.filter((child) => child.type !== 'footnoteDefinition');
    // Only blocks that any parent of blocks may hold were taken away.
    if (rest.length < parent.children.length) parent.children = rest as typeof parent.children;
  }

  walkScreenOnly(): void {
    for (const parent of this.#screenOnly) {
      this.walk(parent, { note: 0, mayLink: true, isScreenOnly: true });
    }
  }

  walk(parent: Parents, scope: Scope): void {
    const children = parent.children.flatMap((child) => this.#child(child, scope));
    const last = children.at(-1);
    const closing = this.citations.findLast(({ place }) => place === last);
    if (parent.type === 'paragraph' && closing !== undefined) closing.isLast = true;
    // Phrasing was only replaced by phrasing.
    parent.children = (
      phrasingParents.has(parent.type) ? placeMarkers(children as PhrasingContent[]) : children
    ) as typeof parent.children;
  }

  #child(child: Nodes, scope: Scope): Nodes[] {
    if (child.type === 'text') return this.#text(child, scope);
    if (child.type === 'footnoteReference') this.#authorsNote(child);
    if (child.type === 'link') this.#link(child, scope);
    if (child.type === 'region' && child.role === screenRole && !scope.isScreenOnly) {
      this.#screenOnly.push(child);
    } else if ('children' in child) {
      this.walk(child, child.type === 'link' ? { ...scope, mayLink: false } : scope);
    }
    return [child];
  }

  #text(node: Text, scope: Scope): PhrasingContent[] {
    const { value } = node;
    const clusters = citationsIn(value);
    this.#reportMalformed(node);
    const nodes: PhrasingContent[] = [];
    const addText = (start: number, end: number) => {
      const text = value.slice(start, end).replaceAll(literalMark, '');
      if (text !== '') nodes.push({ ...node, value: text });
    };
    let end = 0;
    for (const cluster of clusters) {
      const items = cluster.items.filter((item) => this.#isKnown(item, node));
      if (items.length === 0) continue;
      addText(end, cluster.start);
      nodes.push(...this.#citation({ ...cluster, items }, node, scope));
      end = cluster.end;
    }
    addText(end, value.length);
    return nodes;
  }

  #isKnown({ id }: CitationItem, node: Text): boolean {
    const isKnown = this.#options.sources.has(id);
    if (!isKnown) this.diagnostics.push(diagnose('citation-unknown', { id }, placeOf(node)));
    return isKnown;
  }

  #reportMalformed(node: Text): void {
    for (const { start, end } of malformedCitationsIn(node.value)) {
      const text = node.value.slice(start, end);
      this.diagnostics.push(diagnose('citation-malformed', { text }, placeOf(node)));
    }
  }

  #citation(cluster: CitationCluster, node: Text, scope: Scope): PhrasingContent[] {
    const { items } = cluster;
    const { note, mayLink } = scope;
    const origin = dataOf(node)?.origin;
    const data = (id: string): BriefData => ({ id, ...(origin === undefined ? {} : { origin }) });
    if (this.#options.isNoteStyle && note === 0) {
      const number = this.notes.length + 1;
      // Nobody wrote the note: it stands for the words that cite.
      const from = origin === undefined ? {} : { data: { origin } };
      const place: Paragraph = { type: 'paragraph', children: [], ...from };
      this.notes.push(
        asNote({ type: 'footnoteDefinition', identifier: '', children: [place] }, number),
      );
      const anchor = `note-ref-${number}`;
      this.citations.push({ items, note: number, place, anchor, mayLink: true, isLast: true });
      const names = { identifier: `note-${number}`, label: `${number}` };
      return [{ type: 'footnoteReference', ...names, data: data(anchor) }];
    }
    if (note === 0) this.#inText += 1;
    const anchor = note === 0 ? `cite-${this.#inText}` : `note-ref-${note}`;
    const place: Phrase = { type: 'phrase', role: 'citation', attributes: {}, children: [] };
    if (note === 0) place.data = data(anchor);
    this.citations.push({ items, note, place, anchor, mayLink, isLast: false });
    return [place];
  }

  /** Gives an author's note its number, and looks into it where it is met first. */
  #authorsNote(reference: FootnoteReference): void {
    const definition = this.#definitions.get(reference.identifier);
    if (definition === undefined) return;
    const known = this.#uses.get(reference.identifier);
    const use = known ?? { number: this.notes.length + 1, count: 0 };
    use.count += 1;
    this.#uses.set(reference.identifier, use);
    const id = `note-ref-${use.number}${use.count === 1 ? '' : `-${use.count}`}`;
    reference.identifier = `note-${use.number}`;
    reference.label = `${use.number}`;
    reference.data = { ...reference.data, id } satisfies BriefData;
    if (known !== undefined) return;
    this.notes.push(asNote(definition, use.number));
    this.walk(definition, { note: use.number, mayLink: true, isScreenOnly: false });
  }

  /** A link to an entry, as the evidence has it, makes the entry wanted. */
  #link(link: Link, { isScreenOnly }: Scope): void {
    const id = /^#ref-(.+)$/.exec(link.url)?.[1];
    if (id === undefined || !this.#options.sources.has(id)) return;
    if (isScreenOnly) {
      this.#wantEntry(id, undefined);
      return;
    }
    const anchor = this.linked.get(id) ?? dataOf(link)?.id ?? `evidence-${id}`;
    if (this.linked.get(id) === undefined) {
      link.data = { ...link.data, id: anchor } satisfies BriefData;
    }
    this.#wantEntry(id, anchor);
  }

  #wantEntry(id: string, anchor: string | undefined): void {
    this.linked.set(id, this.linked.get(id) ?? anchor);
  }
}

function asNote(definition: FootnoteDefinition, number: number): FootnoteDefinition {
  definition.identifier = `note-${number}`;
  definition.label = `${number}`;
  definition.data = { ...definition.data, id: `note-${number}` } satisfies BriefData;
  return definition;
}

function placeOf(node: Text) {
  const span = dataOf(node)?.origin;
  return span === undefined ? {} : { span };
}
