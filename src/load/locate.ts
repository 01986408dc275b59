/** Path of a field → where it stands in the file, by the syntax tree that parsing left behind. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Span } from '../model/span.ts';
import type { DataPath, ScalarSource } from '../model/stages.ts';
import { alignScalar } from './align-scalar.ts';

export interface Locator {
  locate(path: DataPath): Span;
  locateKey(path: DataPath): Span;
  locateWithin(path: DataPath, start: number, end: number): Span;
  sourceOf(path: DataPath): ScalarSource | undefined;
}

/** file, text and tree → the four questions one can ask about a path. */
export function createLocator(
  file: string,
  text: string,
  document: Document.Parsed | undefined,
): Locator {
  const alignments = new Map<Node, readonly number[]>();
  const find = (path: DataPath) => walk(document, path);

  return {
    locate(path) {
      const { node } = find(path);
      return spanOf(file, node);
    },
    locateKey(path) {
      const { key, node } = find(path);
      return spanOf(file, key ?? node);
    },
    locateWithin(path, start, end) {
      const { node, isExact } = find(path);
      if (!isExact || !isScalar(node) || typeof node.value !== 'string') return spanOf(file, node);
      let offsets = alignments.get(node);
      if (offsets === undefined) {
        const [from, to] = node.range ?? [0, 0];
        offsets = alignScalar(text.slice(from, to), node.value, node.type ?? 'PLAIN').map(
          (offset) => offset + from,
        );
        alignments.set(node, offsets);
      }
      const first = offsets[start] ?? node.range?.[1] ?? 0;
      const last = end > start ? (offsets[end - 1] ?? first) + 1 : first;
      return { file, start: first, end: Math.max(last, first) };
    },
    sourceOf(path) {
      const { node, isExact } = find(path);
      if (!isExact || !isScalar(node)) return undefined;
      const raw = text.slice(...rangeOf(node));
      if (node.type === 'PLAIN') return { raw, style: 'plain' };
      const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
      return { raw, style: isBlock ? 'block' : 'quoted' };
    },
  };
}

interface Found {
  readonly node: Node | null;
  readonly key: Node | undefined;
  /** False where the path ended early and an ancestor stands in. */
  readonly isExact: boolean;
}

function walk(document: Document.Parsed | undefined, path: DataPath): Found {
  let node: Node | null = document?.contents ?? null;
  let key: Node | undefined;
  for (const step of path) {
    const container: Node | undefined | null =
      document && isAlias(node) ? node.resolve(document) : node;
    if (isMap(container)) {
      const pair = container.items.find((item) => keyOf(item) === String(step));
      if (pair === undefined) return { node, key, isExact: false };
      key = pair.key as Node;
      node = (pair.value as Node | null) ?? key;
    } else if (isSeq(container)) {
      const item = container.items[Number(step)] as Node | undefined;
      if (item === undefined) return { node, key, isExact: false };
      key = undefined;
      node = item;
    } else {
      return { node, key, isExact: false };
    }
  }
  if (document && isAlias(node))
    return { node: node.resolve(document) ?? node, key, isExact: true };
  return { node, key, isExact: true };
}

function keyOf(pair: Pair): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value) : undefined;
}

function spanOf(file: string, node: Node | null): Span {
  const [start, end] = rangeOf(node);
  return { file, start, end };
}

/** A collection is pointed at by its first line only: underlining forty lines helps nobody. */
function rangeOf(node: Node | null): [number, number] {
  const [start, end] = node?.range ?? [0, 0];
  return [start, end];
}
