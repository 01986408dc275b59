/**
 * Keeps brackets literal that an author escaped, or that stand in a field which is no Markdown: once
 * parsed, `\[@x]` and `[@x]` are the same text, so the tree needs a mark to tell them apart.
 */
import { literalMark } from './mentions.ts';

/** A text field → the same for a text node: no bracket in it begins a citation. */
export function literalText(text: string): string {
  return text.includes('@') ? text.replaceAll('[', `[${literalMark}`) : text;
}

/**
 * A text node's value, the Markdown it was made from → the value with a mark inside of brackets that
 * were escaped, and between a citation and an escaped parenthesis, which makes no link of it.
 */
export function markEscaped(value: string, markdown: string): string {
  if (!value.includes('@') || !/\\[[@\](]/.test(markdown)) return value;
  const isEscaped = [...markdown.matchAll(/\\[!-/:-@[-`{-~]|[[@\](]/g)]
    .map(([found]) => found)
    .filter((found) => /^\\?[[@\](]$/.test(found))
    .map((found) => found.length > 1);
  let index = -1;
  return value.replace(/[[@\](]/g, (found) => {
    index += 1;
    if (!isEscaped[index]) return found;
    return /[\](]/.test(found) ? literalMark + found : found + literalMark;
  });
}
