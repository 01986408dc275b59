/** One walk over a record by its schema: every scalar that has a purpose, in order of the data. */
import { z } from 'zod';
import { remember } from '../remember.ts';
import type { DataPath, Leaf } from '../stages.ts';
import type { Kind } from './kinds.ts';
import { leafRegistry } from './leaf.ts';

/** schema, value that fits it → its leaves. */
export function leavesOf(schema: z.ZodType, value: unknown): Leaf[] {
  const leaves: Leaf[] = [];
  visit(schema, value, trailFrom(schema), leaves);
  return leaves;
}

/** A path, and the paths one step further that have been walked: all records share them. */
interface Trail {
  readonly path: DataPath;
  readonly next: Map<string | number, Trail>;
}

/** Where the walk begins; as few trails as a schema has fields, and as its longest list has items. */
const trailFrom = remember((_: z.ZodType): Trail => ({ path: [], next: new Map() }));

function stepTo(trail: Trail, step: string | number): Trail {
  const known = trail.next.get(step);
  if (known !== undefined) return known;
  const further = strayTo(trail, step);
  trail.next.set(step, further);
  return further;
}

/** The same for names that authors choose: there is no end of them. */
function strayTo({ path }: Trail, step: string | number): Trail {
  return { path: [...path, step], next: new Map() };
}

/** What the walk does at a part of the schema. */
type Step =
  | { readonly kind: 'leaf'; readonly type: Leaf['type']; readonly target: Kind | undefined }
  | { readonly kind: 'union'; readonly options: readonly z.ZodType[] }
  | { readonly kind: 'list'; readonly item: z.ZodType }
  | { readonly kind: 'record'; readonly value: z.ZodType }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, z.ZodType> }
  | { readonly kind: 'nothing' };

/** Asked once for each part of the schema: a record has many fields, and a project many records. */
const stepAt = remember((schema: z.ZodType): Step => {
  const meta = leafRegistry.get(schema);
  if (meta !== undefined) {
    // The registry holds kinds as plain strings, since the schemas of the kinds are made of leaves.
    return { kind: 'leaf', type: meta.leaf, target: meta.target as Kind | undefined };
  }
  if (schema instanceof z.ZodOptional) return stepAt(inner(schema.unwrap()));
  if (schema instanceof z.ZodUnion) return { kind: 'union', options: schema.options.map(inner) };
  if (schema instanceof z.ZodArray) return { kind: 'list', item: inner(schema.element) };
  if (schema instanceof z.ZodRecord) return { kind: 'record', value: inner(schema.valueType) };
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).map(([key, field]) => [key, inner(field)] as const);
    return { kind: 'object', fields: new Map(fields) };
  }
  return { kind: 'nothing' };
});

function visit(schema: z.ZodType, value: unknown, trail: Trail, leaves: Leaf[]): void {
  if (value === undefined || value === null) return;
  const step = stepAt(schema);
  switch (step.kind) {
    case 'leaf': {
      if (typeof value !== 'string' && typeof value !== 'number') return;
      const { type, target } = step;
      const { path } = trail;
      const text = String(value);
      leaves.push(
        target === undefined ? { path, type, value: text } : { path, type, value: text, target },
      );
      return;
    }
    case 'union': {
      const fitting = step.options.find((option) => option.safeParse(value).success);
      if (fitting !== undefined) visit(fitting, value, trail, leaves);
      return;
    }
    case 'list':
      if (!Array.isArray(value)) return;
      for (const [index, item] of value.entries()) {
        visit(step.item, item, stepTo(trail, index), leaves);
      }
      return;
    case 'record':
      if (typeof value !== 'object') return;
      for (const [key, item] of Object.entries(value)) {
        visit(step.value, item, strayTo(trail, key), leaves);
      }
      return;
    case 'object':
      if (typeof value !== 'object') return;
      for (const [key, item] of Object.entries(value)) {
        const field = step.fields.get(key);
        if (field !== undefined && stepAt(field).kind !== 'nothing') {
          visit(field, item, stepTo(trail, key), leaves);
        }
      }
      return;
    case 'nothing':
  }
}

/** zod's containers are typed by its core; what we build them from are always full schemas. */
function inner(schema: z.core.$ZodType): z.ZodType {
  return schema as z.ZodType;
}
