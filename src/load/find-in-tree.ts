/** Finds paths in the syntax tree that the `yaml` package leaves behind. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { Find, Found } from './locate.ts';

/** Groups are looked up by name many times over, so each is indexed when it is first entered. */
export function findInTree(document: Document.Parsed): Find {
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
        if (pair === undefined) return found(node, key);
        // What the parser makes of a document holds nodes, never bare values.
        key = pair.key as Node;
        node = (pair.value as Node | null) ?? key;
      } else if (isSeq(container)) {
        const item = container.items[Number(step)] as Node | undefined;
        if (item === undefined) return found(node, key);
        key = undefined;
        node = item;
      } else {
        return found(node, key);
      }
    }
    const last = target(node) ?? node;
    const scalar = isScalar(last) ? { value: last.value, type: last.type ?? 'PLAIN' } : undefined;
    return { ...found(last, key), scalar };
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

function found(node: Node | null, key: Node | undefined): Found {
  return { ...rangeOf(node), key: key === undefined ? undefined : rangeOf(key), scalar: undefined };
}

function rangeOf(node: Node | null): { readonly start: number; readonly end: number } {
  const [start, end] = node?.range ?? [0, 0];
  return { start, end };
}
