/**
 * Says in the page where its words were written, for a preview that leads from a sentence to its YAML.
 * Pages that are published never hold this. Nothing is wrapped: a comment stands before each text, so
 * that no style sees a difference.
 */
import type { Comment, Element, ElementContent, Root } from 'hast';
import type { Span } from '../../model/span.ts';

/** Opens the comment before a text whose origin is known; alone it says that the next has none. */
export const originMark = '@';

/**
 * Changes the tree: `<!--@data/findings.yaml:120-180-->` before a text, `<!--@-->` before one without an
 * origin that follows one with it; `data-origin` and `data-record` on elements. The path is percent-encoded; offsets are
 * those of the span.
 */
export function writeOrigins(parent: Root | Element): void {
  let isOpen = false;
  const children: (ElementContent | Root['children'][number])[] = [];
  for (const child of parent.children) {
    if (child.type === 'element') {
      const origin = child.data?.origin;
      if (origin !== undefined) child.properties.dataOrigin = placeOf(origin);
      const record = child.data?.record;
      if (record !== undefined) child.properties.dataRecord = record;
      writeOrigins(child);
    } else if (child.type === 'text') {
      const origin = child.data?.origin;
      if (origin !== undefined) children.push(comment(placeOf(origin)));
      else if (isOpen) children.push(comment(''));
      isOpen = origin !== undefined;
    }
    children.push(child);
  }
  // Comments may stand wherever text may.
  parent.children = children as typeof parent.children;
}

function placeOf({ file, start, end }: Span): string {
  // A comment must not hold what ends it; whoever reads the path decodes it.
  return `${encodeURI(file).replaceAll('-', '%2D')}:${start}-${end}`;
}

function comment(place: string): Comment {
  return { type: 'comment', value: originMark + place };
}
