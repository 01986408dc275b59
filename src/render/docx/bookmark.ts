/** Marks a place that links lead to. */
import { Bookmark } from 'docx';
import type { Context } from './context.ts';

/** context, anchor → its bookmark, around nothing; none for an anchor that the file does not have. */
export function bookmark({ bookmarks }: Context, anchor: string | undefined): Bookmark[] {
  const id = anchor === undefined ? undefined : bookmarks.get(anchor);
  return id === undefined ? [] : [new Bookmark({ id, children: [] })];
}
