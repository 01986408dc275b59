/** Text as Markdown: what could be taken for markup is escaped, and most text holds nothing of it. */
import type { Text } from 'mdast';
import type { Handle } from 'mdast-util-to-markdown';

/**
 * text → the same, escaped where it must be. The library tries forty patterns on every text; none of
 * them matches a text without their characters, inside of a line. Source: `unsafe.js` of
 * mdast-util-to-markdown and of its GFM extensions.
 */
export const textToMarkdown: Handle = (node: Text, _parent, state, info) => {
  const { value } = node;
  const isPlain = !markup.test(value) && opensPlainly(value, info.before) && /\S$/.test(value);
  return isPlain ? value : state.safe(value, info);
};

/** What may mean something anywhere, or in front of what follows. */
const markup = /[\\`*_[\]<>&!~|#\t\r\n]/;

/** At the start of a line a dash or a number may mean a list, and a bracket makes a link after another. */
function opensPlainly(value: string, before: string): boolean {
  return /^\p{L}/u.test(value) || (before !== '' && !/[\r\n\]]/.test(before));
}
