/**
 * Text from a file as it may be put on a screen: what would move the cursor, turn the direction or
 * hide itself is drawn. Each UTF-16 unit stays one, so offsets stay true.
 * Sources: Unicode block "Control Pictures" (U+2400); Unicode Technical Report 36, "Bidirectional text".
 */

const unseen =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u200B\u2028-\u202E\u2060-\u2064\u2066-\u2069\uE000-\uF8FF\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** text without line ends → the same, every character of it visible. */
export function visible(text: string): string {
  return text.replace(unseen, (found) => {
    const unit = found.charCodeAt(0);
    if (unit === 0x09) return '→';
    if (unit < 0x20) return String.fromCharCode(0x2400 + unit);
    if (unit === 0x7f) return '\u2421';
    const isBlank = unit === 0xad || unit === 0x200b || unit === 0x2060 || unit === 0xfeff;
    return isBlank ? '·' : '\uFFFD';
  });
}
