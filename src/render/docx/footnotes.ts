/** The notes, as Word has them: below the page that names them, counted by Word. */
import { Paragraph } from 'docx';
import type { FootnoteDefinition, Text } from 'mdast';
import { blocks } from './blocks.ts';
import type { Context, Place } from './context.ts';

/** What `docx` takes: number of a note → its paragraphs. */
export type Footnotes = Readonly<Record<string, { readonly children: readonly Paragraph[] }>>;

/** context, place of the body → the notes that the text names; others would be printed by nobody. */
export function footnotesOf(context: Context, place: Place): Footnotes {
  const shown = context.notes.list.filter(({ markers }) => markers.length > 0);
  return Object.fromEntries(
    shown.map(({ number, anchor, definition }) => {
      const made = blocks(context, spaced(definition), {
        ...place,
        voice: { ...place.voice, isNote: true },
        style: 'FootnoteText',
        anchors: [anchor],
      });
      // The library takes no tables in notes, and no template puts one there.
      const children = made.filter((block) => block instanceof Paragraph);
      return [number, { children }];
    }),
  );
}

/** Word sets the number right before the first word, so a blank goes between them. */
function spaced({ children }: FootnoteDefinition): FootnoteDefinition['children'] {
  const [first, ...rest] = children;
  const blank: Text = { type: 'text', value: ' ' };
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', children: [blank] }, ...children];
  return [{ ...first, children: [blank, ...first.children] }, ...rest];
}
