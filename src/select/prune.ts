/**
 * One record without the parts of it that an audience may not see: marked parts, references to
 * withheld records, and the internal note, which nobody may see.
 */
import { z } from 'zod';
import { isCleared, type Marking, markingOf } from '../model/marking.ts';
import { joinPath } from '../model/place.ts';
import { schemas } from '../model/schema/kinds.ts';
import { leafRegistry } from '../model/schema/leaf.ts';
import { leavesOf } from '../model/schema/leaves.ts';
import type { DataPath, Entry, LoadedFile, Ref } from '../model/stages.ts';

/** Fields that are for the office alone. */
const internal = new Set(['note', 'silence']);

const removed = Symbol('removed');

/** record, audience, test of withheld records → the rest; undefined where it cannot stand alone. */
export function prune(
  entry: Entry,
  audience: Marking,
  isWithheld: (ref: Ref) => boolean,
): Entry | undefined {
  const kept = new Map<string, readonly number[]>();
  const context: Context = { audience, isWithheld, kept };
  const data = pruneValue(schemas[entry.kind], entry.data, [], context);
  if (data === removed) return undefined;
  const file = kept.size === 0 ? entry.file : withOldIndexes(entry.file, entry.path, kept);
  const leaves = leavesOf(schemas[entry.kind], data);
  // Pruning only takes parts away that the schema lets go, so the kind's shape still holds.
  return { ...entry, data, file, leaves } as Entry;
}

interface Context {
  readonly audience: Marking;
  readonly isWithheld: (ref: Ref) => boolean;
  /** Path of a list in the pruned data → the indexes that its items had in the file. */
  readonly kept: Map<string, readonly number[]>;
}

function pruneValue(schema: z.ZodType, value: unknown, path: DataPath, context: Context): unknown {
  const inside = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  const meta = leafRegistry.get(inside);
  if (meta?.leaf === 'reference' && typeof value === 'string') {
    return context.isWithheld(`${meta.target as Entry['kind']}/${value}`) ? removed : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (path.length > 0 && !isPartCleared(value, context.audience)) return removed;
  const fitting = fit(inside, value);
  if (Array.isArray(value)) return pruneList(fitting, value, path, context);
  return pruneFields(fitting, value, path, context);
}

/** A part with a label of its own; any other value of `marking` than a known label is the strictest. */
function isPartCleared(value: object, audience: Marking): boolean {
  if (!('marking' in value) || value.marking === undefined || value.marking === null) return true;
  return isCleared(markingOf(value.marking), audience);
}

function pruneList(
  schema: z.ZodType,
  items: readonly unknown[],
  path: DataPath,
  context: Context,
): unknown[] {
  const element = schema instanceof z.ZodArray ? (schema.element as z.ZodType) : z.unknown();
  const result: unknown[] = [];
  const indexes: number[] = [];
  for (const [index, item] of items.entries()) {
    const pruned = pruneValue(element, item, [...path, result.length], context);
    if (pruned === removed) continue;
    result.push(pruned);
    indexes.push(index);
  }
  if (result.length < items.length) context.kept.set(joinPath(path), indexes);
  return result;
}

function pruneFields(schema: z.ZodType, value: object, path: DataPath, context: Context): unknown {
  const result: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) {
    if (internal.has(key) && path.length === 0) continue;
    const field = fieldOf(schema, key);
    const pruned = pruneValue(field, child, [...path, key], context);
    if (pruned !== removed) result[key] = pruned;
    else if (schema instanceof z.ZodObject && !(field instanceof z.ZodOptional)) return removed;
  }
  return result;
}

function fieldOf(schema: z.ZodType, key: string): z.ZodType {
  if (schema instanceof z.ZodObject)
    return (schema.shape[key] as z.ZodType | undefined) ?? z.unknown();
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  return z.unknown();
}

/** Of a union, the option that the value was written for. */
function fit(schema: z.ZodType, value: unknown): z.ZodType {
  if (!(schema instanceof z.ZodUnion)) return schema;
  const option = schema.options.find((one) => (one as z.ZodType).safeParse(value).success);
  return option === undefined ? schema : fit(option as z.ZodType, value);
}

/** After items were taken out of lists, paths still lead to where the rest stood in the file. */
function withOldIndexes(
  file: LoadedFile,
  base: DataPath,
  kept: ReadonlyMap<string, readonly number[]>,
): LoadedFile {
  const original = (path: DataPath): DataPath => {
    const inside = path.slice(base.length);
    return [
      ...path.slice(0, base.length),
      ...inside.map((step, index) =>
        typeof step === 'number'
          ? (kept.get(joinPath(inside.slice(0, index)))?.[step] ?? step)
          : step,
      ),
    ];
  };
  return {
    ...file,
    locate: (path) => file.locate(original(path)),
    locateKey: (path) => file.locateKey(original(path)),
    locateWithin: (path, start, end) => file.locateWithin(original(path), start, end),
    sourceOf: (path) => file.sourceOf(original(path)),
  };
}
