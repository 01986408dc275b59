/** Text comes out exactly as it is in the tree: what an editor typed in a text field must survive. */
import type { TextData } from 'hast';
import type { Html, Text } from 'mdast';
import { dataOf } from '../../../model/tree.ts';
import type { Handle } from '../context.ts';
import { text } from '../element.ts';

/** mdast text → hast text, not trimmed, which knows where it was written. */
export const textNode: Handle<Text> = (_context, _state, node) => {
  const origin = dataOf(node)?.origin;
  if (origin === undefined) return text(node.value);
  // Parsers of HTML make a field of theirs compulsory in this type; nothing here was parsed.
  return { ...text(node.value), data: { origin } as TextData };
};

/** Raw HTML never passes through: it is printed as the text it is. */
export const htmlNode: Handle<Html> = (_context, _state, node) => text(node.value);
