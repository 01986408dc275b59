/**
 * Numbers the notes in the order a reader meets them, before anything is rendered, so that a marker
 * in an appendix and the list of notes agree wherever the template puts either.
 */
import type { FootnoteDefinition, FootnoteReference, Nodes, Root } from 'mdast';
import { dataOf } from '../../model/tree.ts';
import { type Below, walk } from '../../model/walk.ts';

/** One note that is really used. */
export interface Note {
  /** 1-based, in reading order. */
  readonly number: number;
  /** The definition's own `data.id`, else `note-3`. */
  readonly anchor: string;
  readonly definition: FootnoteDefinition;
  /** Anchors of the places in the text that lead here and can be led back to, in reading order. */
  readonly markers: readonly string[];
}

/** A marker's note. */
export interface NoteUse {
  readonly note: Note;
  /** The marker's own `data.id`, else `note-ref-3` or `note-ref-3-2`; undefined without a way back. */
  readonly anchor: string | undefined;
}

export interface Notes {
  readonly list: readonly Note[];
  useOf(reference: FootnoteReference): NoteUse | undefined;
}

/** Blocks that print leaves out: a way back must not lead into them. */
const hiddenRole = 'evidence-on-demand';

/** tree → its notes; a definition that nothing names is left out, as GFM does. */
export function numberNotes(tree: Root): Notes {
  const definitions = definitionsIn(tree);
  const notes = new Map<string, Note & { readonly markers: string[] }>();
  const uses = new Map<FootnoteReference, NoteUse>();

  const count = (reference: FootnoteReference, isShown: boolean): void => {
    const key = keyOf(reference);
    const definition = definitions.get(key);
    if (definition === undefined) return;
    const note = notes.get(key) ?? newNote(notes.size + 1, definition);
    notes.set(key, note);
    const anchor = isShown ? markerAnchor(reference, note) : undefined;
    if (anchor !== undefined) note.markers.push(anchor);
    uses.set(reference, { note, anchor });
  };

  for (const reference of referencesIn(tree, 'shown')) count(reference, true);
  // A note may name another; the map grows while it is walked, and each note is walked once.
  for (const note of notes.values()) {
    for (const child of note.definition.children) {
      for (const reference of referencesIn(child, 'shown')) count(reference, true);
    }
  }
  for (const reference of referencesIn(tree, 'hidden')) count(reference, false);

  return { list: [...notes.values()], useOf: (reference) => uses.get(reference) };
}

function newNote(number: number, definition: FootnoteDefinition) {
  const anchor = dataOf(definition)?.id ?? `note-${number}`;
  return { number, anchor, definition, markers: [] };
}

function markerAnchor(reference: FootnoteReference, { number, markers }: Note): string {
  const earlier = markers.length;
  const plain = earlier === 0 ? `note-ref-${number}` : `note-ref-${number}-${earlier + 1}`;
  return dataOf(reference)?.id ?? plain;
}

function definitionsIn(tree: Root): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>();
  walk<Nodes>(tree, (node) => {
    if (node.type !== 'footnoteDefinition' || definitions.has(keyOf(node))) return;
    definitions.set(keyOf(node), node);
  });
  return definitions;
}

/** Markers below a node, outside of notes, either outside or inside of what print leaves out. */
function referencesIn(node: Nodes, which: 'shown' | 'hidden'): readonly FootnoteReference[] {
  const found: FootnoteReference[] = [];
  const collect =
    (isShown: boolean) =>
    (child: Nodes): Below => {
      if (child.type === 'footnoteDefinition') return 'skip';
      if (isShown && child.type === 'region' && child.role === hiddenRole) {
        if (which === 'hidden') walk<Nodes>(child, collect(false));
        return 'skip';
      }
      if (child.type === 'footnoteReference' && isShown === (which === 'shown')) found.push(child);
      return undefined;
    };
  walk<Nodes>(node, collect(true));
  return found;
}

/** CommonMark matches labels without regard to case. */
function keyOf(node: FootnoteReference | FootnoteDefinition): string {
  return node.identifier.toUpperCase();
}
