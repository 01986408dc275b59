/**
 * Shapes: pieces of a printed template that differ in nothing but which slots they name. Briefs are
 * made of few shapes, so each is parsed once and copied for every brief that prints it.
 */
import type { Root } from 'mdast';
import type { Memory } from '../model/memory.ts';

/**
 * text with placeholders, what remembers shapes, a parser → its tree, which is the caller's own. Two
 * texts of one shape are parsed once.
 */
export function parseShape(text: string, shapes: Memory, parse: (shape: string) => Root): Root {
  const numbers: string[] = [];
  const shape = text.replace(placeholder, (_, number: string) => {
    const known = numbers.indexOf(number);
    if (known === -1) numbers.push(number);
    return `\uE000${known === -1 ? numbers.length - 1 : known}\uE001`;
  });
  return renumbered(
    shapes.once('shape', shape, () => parse(shape)),
    numbers,
  );
}

/** As `Slot` prints them. */
const placeholder = /\uE000(\d+)\uE001/g;

/** A copy of a tree in which every placeholder has the number that it was printed with. */
function renumbered<T>(value: T, numbers: readonly string[]): T {
  // What is copied field by field, or item by item, is of the type of what it was copied from.
  if (Array.isArray(value)) return value.map((item: unknown) => renumbered(item, numbers)) as T;
  if (typeof value === 'string') {
    if (!value.includes('\uE000')) return value;
    return value.replace(
      placeholder,
      (_, number: string) => `\uE000${numbers[Number(number)]}\uE001`,
    ) as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const key in value) copy[key] = renumbered(value[key], numbers);
  return copy as T;
}
