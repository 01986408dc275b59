/** Path of a field → where it stands in the file, by the syntax tree that parsing left behind. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Span } from '../model/span.ts';
import type { DataPath, ScalarSource } from '../model/stages.ts';
import { type Alignment, alignScalar } from './align-scalar.ts';

export interface Locator {
  locate(path: DataPath): Span;
  locateKey(path: DataPath): Span;
  locateWithin(path: DataPath, start: number, end: number): Span;
  sourceOf(path: DataPath): ScalarSource | undefined;
}

/** file, text and tree → the four questions one can ask about a path. */
export function createLocator(file: string, text: string, document: Document.Parsed): Locator {
  const alignments = new Map<Node, Alignment>();
  const find = createFinder(document);
  const alignmentOf = (node: Scalar<string>): Alignment => {
    const known = alignments.get(node);
    if (known !== undefined) return known;
    const [from, to] = rangeOf(node);
    const alignment = alignScalar(text.slice(from, to), node.value, node.type ?? 'PLAIN');
    alignments.set(node, alignment);
    return alignment;
  };

  return {
    locate(path) {
      return spanOf(file, find(path).node);
    },
    locateKey(path) {
      const { key, node } = find(path);
      return spanOf(file, key ?? node);
    },
    locateWithin(path, start, end) {
      const { node, isExact } = find(path);
      const [from, to] = rangeOf(node);
      if (!isExact || !isText(node)) return { file, start: from, end: to };
      const { starts, ends } = alignmentOf(node);
      const first = from + (starts[start] ?? to - from);
      const last = end > start ? from + (ends[end - 1] ?? to - from) : first;
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

/** Groups are looked up by name many times over, so each is indexed when it is first entered. */
function createFinder(document: Document.Parsed): (path: DataPath) => Found {
  const indexes = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  const pairIn = (map: YAMLMap, key: string): Pair | undefined => {
    const known = indexes.get(map);
    if (known !== undefined) return known.get(key);
    const index = indexOf(map);
    indexes.set(map, index);
    return index.get(key);
  };
  const target = (node: Node | null): Node | null =>
    isAlias(node) ? (node.resolve(document) ?? null) : node;

  return (path) => {
    let node: Node | null = document.contents;
    let key: Node | undefined;
    for (const step of path) {
      const container = target(node);
      if (isMap(container)) {
        const pair = pairIn(container, String(step));
        if (pair === undefined) return { node, key, isExact: false };
        // What the parser makes of a document holds nodes, never bare values.
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
    return { node: target(node) ?? node, key, isExact: true };
  };
}

/** Of a name that stands twice, the first counts, as it does in the value. */
function indexOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const index = new Map<string, Pair>();
  for (const pair of map.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : undefined;
    if (key !== undefined && !index.has(key)) index.set(key, pair);
  }
  return index;
}

function isText(node: Node | null): node is Scalar<string> {
  return isScalar(node) && typeof node.value === 'string';
}

function spanOf(file: string, node: Node | null): Span {
  const [start, end] = rangeOf(node);
  return { file, start, end };
}

function rangeOf(node: Node | null): [number, number] {
  const [start, end] = node?.range ?? [0, 0];
  return [start, end];
}
