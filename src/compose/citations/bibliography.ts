/** The list of what is cited: one item a source, with the ways back to where it is cited. */
import type { Link, ListItem, PhrasingContent } from 'mdast';
import type { BriefData, Phrase } from '../../model/tree.ts';
import type { FoundCitation } from './found.ts';
import { entryAnchor } from './link-entries.ts';

/** The words around the ways back; `{numbers}` stands for the links. */
export interface CitationLabels {
  /** One note: `Note {numbers}`. */
  readonly citedInNote: string;
  /** Several notes. */
  readonly citedInNotes: string;
  /** Between what leads to notes and what leads elsewhere. */
  readonly citedBetween: string;
  /** The word that leads to a source's first place in the evidence. */
  readonly citedInEvidence: string;
}

/** The words for English. */
export const englishCitationLabels: CitationLabels = {
  citedInNote: 'Note {numbers}',
  citedInNotes: 'Notes {numbers}',
  citedBetween: '; ',
  citedInEvidence: 'Evidence',
};

/** Where a source is cited. */
export interface Places {
  /** Number of a note → anchor of its marker. */
  readonly notes: ReadonlyMap<number, string>;
  /** Anchors of citations in the text. */
  readonly texts: readonly string[];
  /** Anchor of its first place in the evidence. */
  readonly evidence?: string | undefined;
}

/** citations, links of the evidence, source → where it is cited, in reading order. */
export function placesOf(
  citations: readonly FoundCitation[],
  linked: ReadonlyMap<string, string | undefined>,
  id: string,
): Places {
  const own = citations.filter(({ items }) => items.some((item) => item.id === id));
  const inNotes = own.filter(({ note }) => note > 0).sort((a, b) => a.note - b.note);
  return {
    notes: new Map(inNotes.map(({ note, anchor }) => [note, anchor])),
    texts: own.filter(({ note }) => note === 0).map(({ anchor }) => anchor),
    evidence: linked.get(id),
  };
}

/** id, the entry as printed, places → list item with anchor `ref-<id>`. */
export function bibliographyItem(
  id: string,
  entry: readonly PhrasingContent[],
  places: Places,
  labels: CitationLabels,
): ListItem {
  const back = waysBack(places, labels);
  const children: PhrasingContent[] =
    back.length === 0 ? [...entry] : [...entry, text(' '), phrase('backlinks', back)];
  const data: BriefData = { id: entryAnchor(id), record: `source/${id}` };
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }], data };
}

/** `Notes 1, 3` for notes, arrows for places in the text; the shipped fonts have that arrow. */
function waysBack({ notes, texts, evidence }: Places, labels: CitationLabels): PhrasingContent[] {
  const groups: PhrasingContent[][] = [];
  if (notes.size > 0) {
    const pattern = notes.size === 1 ? labels.citedInNote : labels.citedInNotes;
    const [before = '', after = ''] = pattern.split('{numbers}');
    const links = [...notes].map(([number, anchor]) => link(anchor, String(number)));
    groups.push([text(before), ...joined(links, ', '), text(after)]);
  }
  if (texts.length > 0) {
    const arrows = texts.map((anchor, index) =>
      link(anchor, texts.length > 1 ? `↑${index + 1}` : '↑'),
    );
    groups.push(joined(arrows, ' '));
  }
  if (evidence !== undefined) groups.push([link(evidence, labels.citedInEvidence)]);
  return groups
    .flatMap((group, index) => (index === 0 ? group : [text(labels.citedBetween), ...group]))
    .filter((node) => node.type !== 'text' || node.value !== '');
}

function joined(nodes: readonly PhrasingContent[], between: string): PhrasingContent[] {
  return nodes.flatMap((node, index) => (index === 0 ? [node] : [text(between), node]));
}

function link(anchor: string, value: string): Link {
  return { type: 'link', url: `#${anchor}`, children: [text(value)] };
}

function text(value: string): PhrasingContent & { type: 'text' } {
  return { type: 'text', value };
}

function phrase(role: string, children: PhrasingContent[]): Phrase {
  return { type: 'phrase', role, attributes: {}, children };
}
