/**
 * Keeps short prefixes with their name: "al-Naba", "Al-Azaim", "US-led" are not parted at the hyphen,
 * which browsers would do, most visibly in titles. So do words that somebody typed with the hyphen that
 * never breaks, U+2011: few fonts have it, so it is set as the common one. Other text stays as it is.
 */

import type { Element, ElementContent, Root } from 'hast';
import { rightToLeftLetter } from '../../model/direction.ts';

/** One to three letters, a hyphen, then a word that no line is too short for. */
const prefixed =
  /(?<![\p{L}\p{N}-])\p{L}{1,3}-\p{L}{2,12}(?![\p{L}\p{N}-])|[\p{L}\p{M}\p{N}]*\u2011[\p{L}\p{M}\p{N}\u2011]*/gu;

/** Code is set as it was typed, and what is drawn breaks no lines. */
const leftAlone: ReadonlySet<string> = new Set(['pre', 'code', 'svg']);

/** Changes the tree: wraps each such word in `span.whole`. */
export function keepHyphenated(parent: Root | Element): void {
  let hasHyphens = false;
  for (const child of parent.children) {
    if (child.type === 'element' && !leftAlone.has(child.tagName)) keepHyphenated(child);
    if (child.type === 'text' && /[-\u2011]/.test(child.value)) hasHyphens = true;
  }
  if (!hasHyphens) return;
  let isSplit = false;
  const children = parent.children.flatMap((child) => {
    if (child.type !== 'text' || !/[-\u2011]/.test(child.value)) return child;
    const parts = split(child.value);
    isSplit ||= parts.length > 1 || parts[0]?.type === 'element';
    return parts;
  });
  if (isSplit) parent.children = children as typeof parent.children;
}

function split(value: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  const isMixed = rightToLeftLetter.test(value);
  for (const match of value.matchAll(prefixed)) {
    if (isMixed && isAmongOthers(value, match) && !match[0].includes('\u2011')) continue;
    if (match.index > end) parts.push({ type: 'text', value: value.slice(end, match.index) });
    parts.push(whole(match[0]));
    end = match.index + match[0].length;
  }
  if (end < value.length || parts.length === 0) {
    parts.push({ type: 'text', value: value.slice(end) });
  }
  return parts;
}

/**
 * A line from right to left shows a run of Latin words as one. An element that is only a part of it would
 * tear the words around it apart, on the page and for whoever reads the tags of a PDF in their order.
 */
function isAmongOthers(value: string, { index, 0: word }: RegExpExecArray): boolean {
  return (
    /\p{Script=Latin}[^\p{L}\p{N}]*$/u.test(value.slice(0, index)) ||
    /^[^\p{L}\p{N}]*[\p{Script=Latin}\p{N}]/u.test(value.slice(index + word.length))
  );
}

function whole(word: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['whole'] },
    children: [{ type: 'text', value: word.replaceAll('\u2011', '-') }],
  };
}
