/** Names of fields as nearly all of them are: plain words. */
import type { Cursor } from './cursor.ts';

/** Letters first, so that it is no number; and a colon with a space or a line's end behind it. */
const key = /([A-Za-z_][\w-]{0,199}):(?=[ \n]|$)/y;

/** Names that mean something else, or that nobody may use. */
const refused = /^(?:null|true|false|__proto__|constructor|prototype)$/i;

/** cursor at a name → the name; the cursor stands behind the colon. Undefined where there is none. */
export function readKey(cursor: Cursor): string | undefined {
  key.lastIndex = cursor.at;
  const name = key.exec(cursor.text)?.[1];
  if (name === undefined || refused.test(name)) return undefined;
  cursor.at += name.length + 1;
  return name;
}

/** True where the cursor stands at a name of a field. */
export function isKey({ text, at }: Cursor): boolean {
  key.lastIndex = at;
  return key.test(text);
}
