/**
 * Words that the page itself needs, as against the brief. They come from `meta.labels` in the brief's
 * language; the English ones below stand in where the language has none yet.
 */
import type { DocumentMeta } from '../../model/document.ts';

const english = {
  /** Heading of the contents list. */
  contents: 'Contents',
  /** First link of the page, for keyboards and screen readers. */
  skipToContent: 'Skip to content',
  /** Heading of the notes where the template gives none. */
  notes: 'Notes',
  /** Spoken name of a note's marker. */
  note: 'Note {number}',
  /** Spoken name of the arrow at a note's end; `{use}` counts the places that name one note. */
  backToText: 'Back to note {number} in the text',
  backToTextAgain: 'Back to note {number} in the text, place {use}',
  /** What opens the evidence of one takeaway on the screen. */
  evidence: 'Evidence',
  /** What opens the description and the data behind a figure. */
  figureData: 'Data',
  figureDescription: 'Description',
  figureDescriptionAndData: 'Description and data',
  /** Spoken name of a table that scrolls sideways and has no title. */
  table: 'Table',
  /** Footer of a printed page. */
  pageOf: 'Page {page} of {pages}',
  edition: 'Edition {edition}',
  /** Stamps for what is not final. */
  draft: 'Draft',
  review: 'Draft for review',
  withdrawn: 'Withdrawn',
  /** Spoken state of an item in a task list. */
  done: 'Done:',
  open: 'To do:',
} as const;

export type LabelKey = keyof typeof english;

/** Every key of `meta.labels` that a page may ask for. */
export const labelKeys: readonly LabelKey[] = Object.keys(english) as LabelKey[];

/** meta, key, values of `{slots}` → the word in the brief's language, else in English. */
export function labelOf(
  meta: DocumentMeta,
  key: LabelKey,
  slots: Readonly<Record<string, string | number>> = {},
): string {
  const pattern = meta.labels[key] ?? english[key];
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(slots[name] ?? whole));
}
