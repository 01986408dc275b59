/** Finds paths in what the quick reader made of a text. */

import { remember } from '../../model/remember.ts';
import type { Find } from '../locate.ts';
import type { PlainField, PlainGroup, PlainNode } from './node.ts';

/** value with places → finder. Where a path ends early, its last ancestor stands in. */
export function findInPlain(root: PlainNode): Find {
  return (path) => {
    let node = root;
    let key: PlainField | undefined;
    for (const step of path) {
      if (node.type === 'GROUP') {
        const field = fieldOf(node, String(step));
        if (field === undefined)
          return { start: node.start, end: node.end, key, scalar: undefined };
        key = field;
        node = field.node;
      } else {
        const item = node.type === 'LIST' ? node.items[Number(step)] : undefined;
        if (item === undefined) return { start: node.start, end: node.end, key, scalar: undefined };
        key = undefined;
        node = item;
      }
    }
    const { start, end } = node;
    return { start, end, key, scalar: 'items' in node || 'fields' in node ? undefined : node };
  };
}

function fieldOf(group: PlainGroup, name: string): PlainField | undefined {
  const { fields } = group;
  return fields.length > fewFields
    ? fieldsByName(group).get(name)
    : fields.find((field) => field.name === name);
}

/** A record has no more; a collection may have thousands. */
const fewFields = 24;

const fieldsByName = remember(
  ({ fields }: PlainGroup): ReadonlyMap<string, PlainField> =>
    new Map(fields.map((field) => [field.name, field])),
);
