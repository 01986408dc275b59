/**
 * Markdown that no parser finishes in a time that anybody waits for: it takes the square of the marks in
 * one paragraph, and a call for each level of nesting. Nobody writes so; a file that was mangled on its
 * way here may look so. What is found here is not parsed.
 */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Leaf } from '../model/stages.ts';
import { placeAt, type Subject } from './subject.ts';

/** Marks in one paragraph. Measured: 5,000 asterisks take a second, 20,000 a minute. */
const mostMarks = 5_000;

/** Lists and quotations in each other, opened on one line. */
const deepest = 64;

/** Emphasis in emphasis. Measured: the stack ends somewhere above a thousand. */
const mostOpen = 200;

/** What is too much, and the offset where that begins. */
interface Tangle {
  readonly code: keyof typeof limits;
  readonly at: number;
}

const limits = {
  'markdown-too-dense': mostMarks,
  'markdown-too-deep': deepest,
  'markdown-emphasis-open': mostOpen,
} as const;

/** a field, its record → `markdown-too-dense`, `markdown-too-deep` or `markdown-emphasis-open`. */
export function checkTangle(leaf: Leaf, subject: Subject): Diagnostic[] {
  const tangle = tangleIn(leaf);
  if (tangle === undefined) return [];
  const { code, at } = tangle;
  const span = subject.file.locateWithin([...subject.path, ...leaf.path], at, at + 1);
  const place = { ...placeAt(subject, leaf.path), span };
  return [diagnose(code, { limit: limits[code] }, place)];
}

/** A field → what keeps it from being parsed, if anything does. */
export function tangleIn({ type, value }: Leaf): Tangle | undefined {
  if (type !== 'markdown' || value.length <= deepest) return undefined;
  const deep = deepStart.exec(value);
  if (deep !== null) return { code: 'markdown-too-deep', at: deep.index };
  return (value.length > mostMarks ? denseIn(value) : undefined) ?? openIn(value);
}

/** More than `deepest` marks of lists and quotations at the start of a line. */
const deepStart = /^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])(?=[ \t>])){65}/m;

/** Brackets, emphasis and code; and what ends a paragraph: a blank line, an item, a row, a heading, a note. */
const mark = /[[\]*_~`]|\n(?=[ \t]*(?:\n|[-+*][ \t]|[|>#]|\d{1,9}[.)][ \t]|\[[^\]\n]{1,99}\]:))/g;

function denseIn(value: string): Tangle | undefined {
  let count = 0;
  for (const { 0: found, index } of value.matchAll(mark)) {
    count = found === '\n' ? 0 : count + 1;
    if (count > mostMarks) return { code: 'markdown-too-dense', at: index };
  }
  return undefined;
}

/** A mark that can only open, or only close; and what ends a paragraph, as above. */
const emphasis =
  /((?<=^|[\s([{"'“‘])[*_~]+(?=[^\s*_~]))|(?<=[^\s*_~])[*_~]+(?=$|[\s.,;:!?)\]}"'”’])|\n(?=[ \t]*\n)/g;

function openIn(value: string): Tangle | undefined {
  if (value.length <= 2 * mostOpen) return undefined;
  let open = 0;
  for (const { 0: found, 1: opening, index } of value.matchAll(emphasis)) {
    if (found === '\n') open = 0;
    else open = opening === undefined ? Math.max(0, open - 1) : open + 1;
    if (open > mostOpen) return { code: 'markdown-emphasis-open', at: index };
  }
  return undefined;
}
