/** The notes, as Word has them: below the page that names them, counted by Word. */
import { Paragraph, TextRun } from 'docx';
import { blocks } from './blocks.ts';
import type { Context, Place } from './context.ts';

/** What `docx` takes: number of a note → its paragraphs. */
export type Footnotes = Readonly<Record<string, { readonly children: readonly Paragraph[] }>>;

/** context, place of the body → the notes that the text names; others would be printed by nobody. */
export function footnotesOf(context: Context, place: Place): Footnotes {
  const shown = context.notes.list.filter(({ markers }) => markers.length > 0);
  return Object.fromEntries(
    shown.map(({ number, anchor, definition }) => {
      const made = blocks(context, definition.children, {
        ...place,
        voice: { ...place.voice, isNote: true },
        style: 'FootnoteText',
        anchors: [anchor],
      });
      // Word wants a note to hold paragraphs; a table in one is asked for by nobody's template.
      const children = made.filter((block) => block instanceof Paragraph);
      const isEmpty = children.length === 0;
      return [
        number,
        { children: isEmpty ? [new Paragraph({ children: [new TextRun('')] })] : children },
      ];
    }),
  );
}
