/** One line of YAML, taken apart as its author sees it: indent, dashes, name of the field, value. */

/** Offsets are those of the whole text. */
export interface Line {
  readonly text: string;
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  /** Where indent and dashes end and words begin. */
  readonly content: number;
  /** The name before the first colon, where there is one. */
  readonly key: string | undefined;
  readonly value: string;
  readonly valueStart: number;
}

/** `  - name: value`. A name is one word or a quoted one; prose with a colon in it has no name. */
const parts = /^(\s*(?:- +)*)(?:("[^"]*"|'[^']*'|[^\s:#'"[\]{},][^\s:]*)(:[ \t]+|:$))?(.*)$/;

/** text, offset → the line it stands on. */
export function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', start);
  const end = next === -1 ? text.length : next;
  const line = text.slice(start, end);
  const [, lead = '', key, colon = '', value = ''] = parts.exec(line) ?? [];
  const content = start + lead.length;
  const valueStart = content + (key ?? '').length + colon.length;
  return { text: line, start, end, content, key, value: value.trimEnd(), valueStart };
}

/** The nearest line above that holds more than blanks, or undefined. */
export function lineAbove(text: string, line: Line): Line | undefined {
  let at = line.start - 1;
  while (at > 0) {
    const above = lineAt(text, at);
    if (above.text.trim() !== '') return above;
    at = above.start - 1;
  }
  return undefined;
}

/** `write it as "…"`, where the value is short and can be quoted as it is. */
export function quoteHint({ value }: Pick<Line, 'value'>): { readonly hint?: string } {
  if (value.length === 0 || value.length > 60 || value.includes('\\')) return {};
  if (!value.includes('"')) return { hint: `write it as "${value}"` };
  return value.includes("'") ? {} : { hint: `write it as '${value}'` };
}
