/** One walk over a record by its schema: every scalar that has a purpose, in order of the data. */
import { z } from 'zod';
import type { DataPath, Leaf } from '../stages.ts';
import type { Kind } from './kinds.ts';
import { leafRegistry } from './leaf.ts';

/** schema, value that fits it → its leaves. */
export function leavesOf(schema: z.ZodType, value: unknown): Leaf[] {
  const leaves: Leaf[] = [];
  visit(schema, value, [], leaves);
  return leaves;
}

function visit(schema: z.ZodType, value: unknown, path: DataPath, leaves: Leaf[]): void {
  if (value === undefined || value === null) return;
  const meta = leafRegistry.get(schema);
  if (meta !== undefined) {
    if (typeof value !== 'string' && typeof value !== 'number') return;
    // The registry holds kinds as plain strings, since the schemas of the kinds are made of leaves.
    const target = meta.target as Kind | undefined;
    const leaf = { path, type: meta.leaf, value: String(value) };
    leaves.push(target === undefined ? leaf : { ...leaf, target });
    return;
  }
  if (schema instanceof z.ZodOptional) {
    visit(inner(schema.unwrap()), value, path, leaves);
    return;
  }
  if (schema instanceof z.ZodUnion) {
    const fitting = schema.options.find((option) => inner(option).safeParse(value).success);
    if (fitting !== undefined) visit(inner(fitting), value, path, leaves);
    return;
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      visit(inner(schema.element), item, [...path, index], leaves);
    }
    return;
  }
  if (typeof value !== 'object') return;
  if (schema instanceof z.ZodRecord) {
    for (const [key, item] of Object.entries(value)) {
      visit(inner(schema.valueType), item, [...path, key], leaves);
    }
  } else if (schema instanceof z.ZodObject) {
    const shape: Record<string, z.ZodType | undefined> = schema.shape;
    for (const [key, item] of Object.entries(value)) {
      const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
      if (field !== undefined) visit(field, item, [...path, key], leaves);
    }
  }
}

/** zod's containers are typed by its core; what we build them from are always full schemas. */
function inner(schema: z.core.$ZodType): z.ZodType {
  return schema as z.ZodType;
}
