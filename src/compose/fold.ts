/**
 * A printed template with its container directives folded: a line stands for each, and what it holds is
 * handed out to be parsed by itself. A parser reads such a text anew for every directive around it, so
 * in one piece a brief of two pages takes it four times as long.
 */

/** A text of which every container directive is one line, and what each of them holds, in order. */
export interface Folded {
  /** `:::figure{#fig-1}` … `:::` is `::figure{#fig-1}` here. */
  readonly outline: string;
  /** As it was printed, without the indentation that it shares with its fence. */
  readonly bodies: readonly string[];
}

/**
 * text → the same, folded; undefined at the first doubt. Left to the parser are tabs, code fences, notes
 * and definitions, which reach beyond a directive; labels on containers; and fences without a blank line
 * before them in a list, which decide how loose it is.
 */
export function fold(text: string): Folded | undefined {
  if (doubtful.test(text)) return undefined;
  const lines = text.split('\n');
  const outline: string[] = [];
  const bodies: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (!/^ *::/.test(line)) {
      outline.push(line);
      continue;
    }
    const [, indent, fence, name] = opening.exec(line) ?? [];
    if (indent === undefined || fence === undefined || name === undefined) return undefined;
    const end = closingLine(lines, at + 1, { indent: indent.length, colons: fence.length });
    const isLoose = indent === '' || outline.at(-1)?.trim() === '';
    if (end === undefined || !isLoose) return undefined;
    outline.push(`${indent}::${name}`);
    bodies.push(
      lines
        .slice(at + 1, end)
        .map((held) => held.slice(indent.length))
        .join('\n'),
    );
    at = end;
  }
  return { outline: outline.join('\n'), bodies };
}

const doubtful = /[\t\r]|\[\^|\]:|```|~~~/;

/** A name as all of ours are, and attributes in braces. */
const opening = /^( {0,3})(:{3,})([A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\{[^{}]*\})?) *$/;

/** The line that ends a directive; undefined where something else might. */
function closingLine(
  lines: readonly string[],
  from: number,
  { indent, colons }: { readonly indent: number; readonly colons: number },
): number | undefined {
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const start = line.search(/\S/);
    if (start === -1) continue;
    if (start < indent) return undefined;
    const [fence] = /^:{3,}(?= *$)/.exec(line.slice(start)) ?? [];
    if (fence === undefined || fence.length < colons || start > indent + 3) continue;
    return start === indent ? at : undefined;
  }
  return undefined;
}
