/** Text comes out exactly as it is in the tree: what an editor typed in a text field must survive. */
import type { Html, Text } from 'mdast';
import type { Handle } from '../context.ts';
import { text } from '../element.ts';

/** mdast text → hast text, not trimmed. */
export const textNode: Handle<Text> = (_context, _state, node) => text(node.value);

/** Raw HTML never passes through: it is printed as the text it is. */
export const htmlNode: Handle<Html> = (_context, _state, node) => text(node.value);
