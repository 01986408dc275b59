/** Path into a value → the fields that the schema knows there, for "did you mean". */
import { z } from 'zod';
import type { DataPath } from '../model/stages.ts';

/** schema, value, path → names of possible fields, or none where the schema has no fields. */
export function fieldsAt(schema: z.ZodType, value: unknown, path: DataPath): string[] {
  return objectsIn(descend([schema], value, path)).flatMap((object) => Object.keys(object.shape));
}

function descend(schemas: readonly z.ZodType[], value: unknown, path: DataPath): z.ZodType[] {
  const [step, ...rest] = path;
  const open = schemas.flatMap(unwrap);
  if (step === undefined) return open;
  const next = open.flatMap((schema): z.ZodType[] => {
    if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
    if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType];
    if (schema instanceof z.ZodObject) {
      const field: z.ZodType | undefined = schema.shape[step];
      return field === undefined ? [] : [field];
    }
    return [];
  });
  return descend(next, value, rest);
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
