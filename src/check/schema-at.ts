/** Path into a value → what the schema has there: fields, for "did you mean", or a purpose. */
import { z } from 'zod';
import { type LeafMeta, leafRegistry } from '../model/schema/leaf.ts';
import type { DataPath } from '../model/stages.ts';

/** schema, value, path → names of possible fields, or none where the schema has no fields. */
export function fieldsAt(schema: z.ZodType, value: unknown, path: DataPath): string[] {
  return objectsIn(descend([schema], value, path)).flatMap((object) => Object.keys(object.shape));
}

/** schema, value, path → what the scalar there is for; undefined where the schema has none. */
export function leafAt(schema: z.ZodType, value: unknown, path: DataPath): LeafMeta | undefined {
  const step = path.at(-1);
  if (step === undefined) return undefined;
  const fields = descend([schema], value, path.slice(0, -1)).flatMap((one) =>
    childrenOf(one, step),
  );
  return fields.map(leafOf).find((meta) => meta !== undefined);
}

function leafOf(schema: z.ZodType): LeafMeta | undefined {
  const meta = leafRegistry.get(schema);
  if (meta !== undefined) return meta;
  return schema instanceof z.ZodOptional ? leafOf(schema.unwrap() as z.ZodType) : undefined;
}

function childrenOf(schema: z.ZodType, step: string | number): z.ZodType[] {
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType];
  if (schema instanceof z.ZodObject && Object.hasOwn(schema.shape, step)) {
    return [schema.shape[step] as z.ZodType];
  }
  return [];
}

function descend(schemas: readonly z.ZodType[], value: unknown, path: DataPath): z.ZodType[] {
  const [step, ...rest] = path;
  const open = schemas.flatMap(unwrap);
  if (step === undefined) return open;
  return descend(
    open.flatMap((schema) => childrenOf(schema, step)),
    value,
    rest,
  );
}

function unwrap(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => unwrap(option as z.ZodType));
  }
  return [schema];
}

function objectsIn(schemas: readonly z.ZodType[]): z.ZodObject[] {
  return schemas.filter((schema) => schema instanceof z.ZodObject);
}
