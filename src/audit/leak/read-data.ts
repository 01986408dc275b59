/** Everything that can be read out of data for programs: the strings as they are meant, escapes undone. */

/** JSON → its names, words and numbers, one a line; undefined where the text is no JSON. */
export function readJson(text: string): string | undefined {
  try {
    const found: string[] = [];
    JSON.parse(text, (key, value: unknown) => {
      found.push(key);
      if (typeof value === 'string' || typeof value === 'number') found.push(String(value));
      return value;
    });
    return found.join('\n');
  } catch {
    return undefined;
  }
}
