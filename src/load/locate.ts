/** Path of a field → where it stands in the file. */
import type { Span } from '../model/span.ts';
import type { DataPath, ScalarSource } from '../model/stages.ts';
import { type Alignment, alignScalar } from './align-scalar.ts';

export interface Locator {
  locate(path: DataPath): Span;
  locateKey(path: DataPath): Span;
  locateWithin(path: DataPath, start: number, end: number): Span;
  sourceOf(path: DataPath): ScalarSource | undefined;
}

/** What stands at a path, or at as much of it as there is; 0-based UTF-16 offsets. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** The name of the field, where it has one. */
  readonly key: { readonly start: number; readonly end: number } | undefined;
  /** Undefined for groups and lists, and where the path ended early and an ancestor stands in. */
  readonly scalar: FoundScalar | undefined;
}

export interface FoundScalar {
  readonly value: unknown;
  /** How it was typed, in the words of the `yaml` package. */
  readonly type: string;
}

/** Path → what stands there. */
export type Find = (path: DataPath) => Found;

/** file, text, and what finds a path in it → the four questions one can ask about a path. */
export function createLocator(file: string, text: string, find: Find): Locator {
  const alignments = new Map<number, Alignment>();
  const alignmentOf = ({ start, end }: Found, value: string, type: string): Alignment => {
    const known = alignments.get(start);
    if (known !== undefined) return known;
    const alignment = alignScalar(text.slice(start, end), value, type);
    alignments.set(start, alignment);
    return alignment;
  };

  return {
    locate(path) {
      const { start, end } = find(path);
      return { file, start, end };
    },
    locateKey(path) {
      const found = find(path);
      const { start, end } = found.key ?? found;
      return { file, start, end };
    },
    locateWithin(path, start, end) {
      const found = find(path);
      const { start: from, end: to, scalar } = found;
      if (typeof scalar?.value !== 'string') return { file, start: from, end: to };
      // Plain words on one line stand in the file as they are.
      if (scalar.value.length === to - from && text.startsWith(scalar.value, from)) {
        const first = Math.min(from + start, to);
        return { file, start: first, end: Math.max(first, Math.min(from + end, to)) };
      }
      const { starts, ends } = alignmentOf(found, scalar.value, scalar.type);
      const first = from + (starts[start] ?? to - from);
      const last = end > start ? from + (ends[end - 1] ?? to - from) : first;
      return { file, start: first, end: Math.max(last, first) };
    },
    sourceOf(path) {
      const { start, end, scalar } = find(path);
      if (scalar === undefined) return undefined;
      const raw = text.slice(start, end);
      if (scalar.type === 'PLAIN') return { raw, style: 'plain' };
      const isBlock = scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED';
      return { raw, style: isBlock ? 'block' : 'quoted' };
    },
  };
}
