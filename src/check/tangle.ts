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

/** Too many marks, or too deep, and the offset where that begins. */
interface Tangle {
  readonly code: 'markdown-too-dense' | 'markdown-too-deep';
  readonly at: number;
}

/** a field, its record → `markdown-too-dense` or `markdown-too-deep`. */
export function checkTangle(leaf: Leaf, subject: Subject): Diagnostic[] {
  const tangle = tangleIn(leaf);
  if (tangle === undefined) return [];
  const { at } = tangle;
  const span = subject.file.locateWithin([...subject.path, ...leaf.path], at, at + 1);
  const place = { ...placeAt(subject, leaf.path), span };
  return tangle.code === 'markdown-too-deep'
    ? [diagnose(tangle.code, { limit: deepest }, place)]
    : [diagnose(tangle.code, { limit: mostMarks }, place)];
}

/** A field → what keeps it from being parsed, if anything does. */
export function tangleIn({ type, value }: Leaf): Tangle | undefined {
  if (type !== 'markdown' || value.length <= deepest) return undefined;
  const deep = deepStart.exec(value);
  if (deep !== null) return { code: 'markdown-too-deep', at: deep.index };
  return value.length > mostMarks ? denseIn(value) : undefined;
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
