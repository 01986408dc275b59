/** How a message quotes a text. */

/** Text → its beginning, on one line. */
export function shortened(text: string, length = 50): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length).trimEnd()}…`;
}
