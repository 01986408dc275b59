/** Safe ways of putting a value into a style sheet. */

/**
 * Any text → a CSS string, in quotes. Everything but letters, digits, spaces and harmless signs is
 * written as a hex escape, so neither the string nor the `style` element can be left.
 * Source: CSS Syntax Level 3, "Serialize a string".
 */
export function cssString(value: string): string {
  const escaped = value.replace(/[^\p{L}\p{M}\p{N} .,:;·–—()+]/gu, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    // U+0000 stands for itself nowhere in CSS.
    return codePoint === 0 ? '' : `\\${codePoint.toString(16)} `;
  });
  return `"${escaped}"`;
}

/** A style sheet → the same, unable to end the `style` element it stands in. */
export function containedCss(css: string): string {
  // In CSS an escaped slash is a slash, so strings and URLs mean the same as before.
  return css.replaceAll('</', '<\\/');
}
