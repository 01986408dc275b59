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

/** What decides about a part of a record. */
export interface Pruning {
  readonly audience: Marking;
  readonly isWithheld: (ref: Ref) => boolean;
  /** A takeaway whose findings are all withheld goes as well. */
  readonly dropsBare: boolean;
}

/** The rest of a record, and which of its takeaways were left without a finding. */
export interface Pruned {
  /** Undefined where the record cannot stand without what was taken away. */
  readonly entry: Entry | undefined;
  /** Paths in the record as it was; empty for the record itself. */
  readonly bare: readonly DataPath[];
}

/** record, what decides → the rest of it. */
export function prune(entry: Entry, pruning: Pruning): Pruned {
  const kept = new Map<string, readonly number[]>();
  const bare: DataPath[] = [];
  const context: Context = { ...pruning, kept, bare };
  const data = pruneValue(schemas[entry.kind], entry.data, [], [], context);
  if (data === removed) return { entry: undefined, bare };
  const file = sealed(kept.size === 0 ? entry.file : withOldIndexes(entry.file, entry.path, kept));
  const leaves = leavesOf(schemas[entry.kind], data);
  // Pruning only takes parts away that the schema lets go, so the kind's shape still holds.
  return { entry: { ...entry, data, file, leaves } as Entry, bare };
}

interface Context extends Pruning {
  /** Path of a list in the pruned data → the indexes that its items had in the file. */
  readonly kept: Map<string, readonly number[]>;
  readonly bare: DataPath[];
}

/** `path` leads through the pruned data, `from` through the record as it was. */
function pruneValue(
  schema: z.ZodType,
  value: unknown,
  path: DataPath,
  from: DataPath,
  context: Context,
): unknown {
  const inside = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  const fitting = optionFor(inside, value);
  const meta = leafRegistry.get(fitting);
  if (meta?.leaf === 'reference' && typeof value === 'string') {
    return context.isWithheld(`${meta.target as Entry['kind']}/${value}`) ? removed : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (path.length > 0 && !isPartCleared(value, context.audience)) return removed;
  if (Array.isArray(value)) return pruneList(fitting, value, path, from, context);
  const rest = pruneFields(fitting, value, path, from, context);
  if (fitting !== schemas.takeaway || !hasLostItsFindings(value, rest)) return rest;
  if (context.dropsBare) context.bare.push(from);
  return context.dropsBare ? removed : rest;
}

function hasLostItsFindings(before: object, after: unknown): boolean {
  const countOf = (value: unknown) => {
    const isGroup = typeof value === 'object' && value !== null && 'findings' in value;
    return isGroup && Array.isArray(value.findings) ? value.findings.length : 0;
  };
  return after !== removed && countOf(before) > 0 && countOf(after) === 0;
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
  from: DataPath,
  context: Context,
): unknown[] {
  const element = schema instanceof z.ZodArray ? (schema.element as z.ZodType) : z.unknown();
  const result: unknown[] = [];
  const indexes: number[] = [];
  for (const [index, item] of items.entries()) {
    const here = [...path, result.length];
    // The next item may take this place, so what is noted about this one waits until it stays.
    const kept = new Map<string, readonly number[]>();
    const pruned = pruneValue(element, item, here, [...from, index], { ...context, kept });
    if (pruned === removed) continue;
    for (const [list, places] of kept) context.kept.set(list, places);
    result.push(pruned);
    indexes.push(index);
  }
  if (result.length < items.length) context.kept.set(joinPath(path), indexes);
  return result;
}

function pruneFields(
  schema: z.ZodType,
  value: object,
  path: DataPath,
  from: DataPath,
  context: Context,
): unknown {
  const result: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) {
    if (internal.has(key) && isRecord(schema)) continue;
    const field = fieldOf(schema, key);
    const pruned = pruneValue(field, child, [...path, key], [...from, key], context);
    if (pruned !== removed) result[key] = pruned;
    else if (schema instanceof z.ZodObject && !(field instanceof z.ZodOptional)) return removed;
  }
  // Where in a source something stands says something about the source.
  if ('source' in value && !('source' in result)) delete result.locator;
  return result;
}

/** Internal fields are those of a record, the takeaways that stand in a brief included. */
function isRecord(schema: z.ZodType): boolean {
  return Object.values(schemas).some((one) => one === schema);
}

function fieldOf(schema: z.ZodType, key: string): z.ZodType {
  if (schema instanceof z.ZodObject) {
    return Object.hasOwn(schema.shape, key) ? (schema.shape[key] as z.ZodType) : z.unknown();
  }
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  return z.unknown();
}

/** Of a union, the option that the value was written for. */
function optionFor(schema: z.ZodType, value: unknown): z.ZodType {
  if (!(schema instanceof z.ZodUnion)) return schema;
  const option = schema.options.find((one) => (one as z.ZodType).safeParse(value).success);
  return option === undefined ? schema : optionFor(option as z.ZodType, value);
}

/** The file still tells where things stand, and no longer what else stands in it. */
function sealed(file: LoadedFile): LoadedFile {
  return { ...file, text: '', value: undefined };
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
