/**
 * The notes, linked with their markers both ways.
 *
 * In: a region `notes` with nothing but a heading, wherever the template wants the notes to stand; the
 * `footnoteDefinition` nodes may stand anywhere in the tree. Without the region the notes go before
 * the references or to the end, under the page's own word. A brief without notes has no such section.
 * Out: `section.notes[role=doc-endnotes] > ol > li#note-1`, each with its way back (`doc-backlink`).
 * Source of the roles: DPUB-ARIA 1.1.
 */
import type { Element, ElementContent } from 'hast';
import type { State } from 'mdast-util-to-hast';
import type { Region } from '../../../model/tree.ts';
import type { Context, Handle } from '../context.ts';
import { element, text } from '../element.ts';
import type { Note } from '../notes.ts';
import { withData } from '../with-data.ts';

export const notes: Handle<Region> = (context, state, node): Element | undefined => {
  const { list } = context.notes;
  if (list.length === 0) return undefined;
  const items = list.map((note) => noteItem(context, state, note));
  return element('section', { className: ['notes'], role: 'doc-endnotes' }, [
    ...state.wrap(state.all(node), true),
    element('ol', {}, state.wrap(items, true)),
    text('\n'),
  ]);
};

function noteItem(context: Context, state: State, note: Note): Element {
  const content = state.all(note.definition);
  const last = content.at(-1);
  const target = last?.type === 'element' && last.tagName === 'p' ? last.children : content;
  note.markers.forEach((_, index) => {
    target.push(text(' '), wayBack(context, note, index));
  });
  return withData(note.definition, element('li', { id: note.anchor }, content));
}

function wayBack(context: Context, { number, markers }: Note, index: number): ElementContent {
  const key = index === 0 ? 'backToText' : 'backToTextAgain';
  return element(
    'a',
    {
      className: ['way-back'],
      href: `#${markers[index]}`,
      role: 'doc-backlink',
      ariaLabel: context.label(key, { number, use: index + 1 }),
    },
    // An arrow that the shipped fonts have.
    [text('↑')],
  );
}
