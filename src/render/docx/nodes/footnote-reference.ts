/** The marker of a note: Word counts notes itself and prints each below its page. */
import { FootnoteReferenceRun, InternalHyperlink, TextRun } from 'docx';
import type { FootnoteReference, PhrasingContent } from 'mdast';
import { bookmark } from '../bookmark.ts';
import type { Context, Inline, Voice } from '../context.ts';
import { runOptions } from '../text-runs.ts';

/**
 * mdast footnote reference → a real one at the first place that names the note; at any later place,
 * and inside of notes, where Word can have none, its number as a link. Without a definition: its label.
 */
export function footnoteReference(
  context: Context,
  node: FootnoteReference,
  voice: Voice,
  before: PhrasingContent | undefined,
): Inline[] {
  const found = context.notes.useOf(node);
  const options = runOptions(context, voice);
  if (found === undefined) {
    return [new TextRun({ ...options, text: `[${node.label ?? node.identifier}]` })];
  }
  const { note, anchor } = found;
  const raised = { ...options, superScript: true };
  const comma =
    before?.type === 'footnoteReference' ? [new TextRun({ ...raised, text: ', ' })] : [];
  const isFirst = anchor !== undefined && anchor === note.markers[0];
  if (isFirst && voice.isNote !== true) {
    return [...comma, ...bookmark(context, anchor), new FootnoteReferenceRun(note.number)];
  }
  const number = new TextRun({ ...raised, text: String(note.number) });
  const name = context.bookmarks.get(note.anchor);
  const marker =
    name === undefined ? number : new InternalHyperlink({ anchor: name, children: [number] });
  return [...comma, ...bookmark(context, anchor), marker];
}
