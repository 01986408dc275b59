/** Fields in the order in which the schema has them, inside every record and part of one. */
import { isMap, isNode, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { z } from 'zod';

/** node of a record, its schema → the node, its fields sorted. Comments go with their fields. */
export function sortFields(node: unknown, schema: z.ZodType): void {
  if (schema instanceof z.ZodOptional) sortFields(node, inner(schema.unwrap()));
  else if (schema instanceof z.ZodUnion) sortUnion(node, schema.options.map(inner));
  else if (schema instanceof z.ZodArray && isSeq(node)) {
    for (const item of node.items) sortFields(item, inner(schema.element));
  } else if (schema instanceof z.ZodRecord && isMap(node)) {
    for (const { value } of node.items) sortFields(value, inner(schema.valueType));
  } else if (schema instanceof z.ZodObject && isMap(node)) sortGroup(node, schema.shape);
}

function sortGroup(node: YAMLMap, shape: Readonly<Record<string, z.ZodType | undefined>>): void {
  const order = Object.keys(shape);
  const place = (pair: Pair) => order.indexOf(keyOf(pair));
  // Whoever misspelt a field wants to find it where it was.
  const isKnown = node.items.every((pair) => place(pair) !== -1);
  if (isKnown) {
    const [first] = node.items;
    const sorted = node.items.toSorted((a, b) => place(a) - place(b));
    if (first !== undefined && sorted[0] !== first) keepWithField(node, first);
    node.items = sorted;
  }
  for (const pair of node.items) {
    const field = shape[keyOf(pair)];
    if (field !== undefined) sortFields(pair.value, field);
  }
}

/** What stands above the first field belongs to it, and to the group only by position. */
function keepWithField(node: YAMLMap, { key }: Pair): void {
  if (!isNode(key) || !node.commentBefore) return;
  key.commentBefore = [node.commentBefore, key.commentBefore].filter(Boolean).join('\n');
  node.commentBefore = null;
}

/** The option of the same form; among groups, the one that knows all fields. */
function sortUnion(node: unknown, options: readonly z.ZodType[]): void {
  const fitting = options.find((option) => {
    if (option instanceof z.ZodUnion) return true;
    if (isSeq(node)) return option instanceof z.ZodArray;
    if (!isMap(node) || !(option instanceof z.ZodObject)) return false;
    return node.items.every((pair) => Object.hasOwn(option.shape, keyOf(pair)));
  });
  if (fitting !== undefined) sortFields(node, fitting);
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

/** zod's containers are typed by its core; what we build them from are always full schemas. */
function inner(schema: z.core.$ZodType): z.ZodType {
  return schema as z.ZodType;
}
