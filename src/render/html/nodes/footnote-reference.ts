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
  const { note, anchor } = found;
  const id = anchor === undefined ? {} : { id: anchor };
  return element('sup', { className: ['note-ref'], ...id }, [
    ...(followsMarker(node, parent) ? [text(',\u2009')] : []),
    element(
      'a',
      {
        href: `#${note.anchor}`,
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
