/** The marker of a note in running text. */
import type { FootnoteDefinition, FootnoteReference, Nodes, Parents } from 'mdast';
import type { Handle } from '../context.ts';
import { element, text } from '../element.ts';

/**
 * mdast footnote reference → `sup > a[role=doc-noteref]`, linked with its note both ways.
 * A reference without a definition is printed as its label. Source of the role: DPUB-ARIA 1.1.
 */
export const footnoteReference: Handle<FootnoteReference> = (context, _state, node, parent) => {
  const found = context.notes.useOf(node);
  if (found === undefined) return text(`[${node.label ?? node.identifier}]`);
  const { note, use } = found;
  return element('sup', { className: ['note-ref'] }, [
    ...(followsMarker(node, parent) ? [text(',\u2009')] : []),
    element(
      'a',
      {
        href: `#${noteAnchor(note.number)}`,
        ...(use === 0 ? {} : { id: markerAnchor(note.number, use) }),
        role: 'doc-noteref',
        ariaLabel: context.label('note', { number: note.number }),
      },
      [text(String(note.number))],
    ),
  ]);
};

/** True for the second of two markers in a row, which needs something between them. */
function followsMarker(node: FootnoteReference, parent: Parents | undefined): boolean {
  const siblings: readonly Nodes[] = parent?.children ?? [];
  return siblings[siblings.indexOf(node) - 1]?.type === 'footnoteReference';
}

/** Definitions are printed by the notes region, never where they stand. */
export const footnoteDefinition: Handle<FootnoteDefinition> = () => undefined;

/** Number of a note → anchor of the note. */
export function noteAnchor(number: number): string {
  return `note-${number}`;
}

/** Number of a note, 1-based place → anchor of its marker in the text. */
export function markerAnchor(number: number, use: number): string {
  return use === 1 ? `note-ref-${number}` : `note-ref-${number}-${use}`;
}
