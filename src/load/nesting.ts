/**
 * How deep a text nests, seen before any parser sees it: the YAML parser recurses, and a text made
 * to exhaust the stack must not get that far.
 */

/** Levels of nesting that a data file may have. Ours need six. */
export const nestingLimit = 64;

/** Indents are at least one space a level; a line deeper than this is no data of ours. */
const maxIndent = 512;

/** text → offset at which nesting passes the limit, or undefined. */
export function tooDeepAt(text: string): number | undefined {
  return bracketsTooDeepAt(text) ?? indentTooDeepAt(text);
}

/** Flow collections: brackets open at once. Prose holds brackets too, but closes them. */
function bracketsTooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (const match of text.matchAll(/[[\]{}]|\n(?=\S)/g)) {
    const [bracket] = match;
    if (bracket === '\n') depth = 0;
    else if (bracket === '[' || bracket === '{') depth += 1;
    else if (depth > 0) depth -= 1;
    if (depth > nestingLimit) return match.index;
  }
  return undefined;
}

/** A line that begins with more than `nestingLimit` spaces, dashes and question marks; there are few. */
const deepLead = /^[-? \t]{65}/m;

/** Block collections: leading spaces, and dashes that stand in a row on one line. */
export function indentTooDeepAt(text: string): number | undefined {
  if (!deepLead.test(text)) return undefined;
  for (const match of text.matchAll(/^ *(?:[-?][ \t]+)*/gm)) {
    const [lead] = match;
    if (lead.length <= nestingLimit) continue;
    const dashes = lead.replace(/[^-?]/g, '').length;
    if (dashes > nestingLimit || lead.length > maxIndent) return match.index + lead.length - 1;
  }
  return undefined;
}
