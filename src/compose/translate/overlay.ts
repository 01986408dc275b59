/** Lays the translations in a record over the words they stand for. */
import { z } from 'zod';
import type { DataPath } from '../../model/stages.ts';

/** A record in another language, and what that came from. */
export interface Overlaid {
  readonly data: unknown;
  /** Path of a field → path of its translation, both relative to the record. */
  readonly redirects: readonly (readonly [from: DataPath, to: DataPath])[];
  /** Fields that have words and no translation. */
  readonly missing: readonly DataPath[];
}

/** schema, data that fit it, BCP 47 tag → the data in that language. */
export function overlay(schema: z.ZodType, data: unknown, lang: string): Overlaid {
  const redirects: [DataPath, DataPath][] = [];
  const missing: DataPath[] = [];
  const value = visit(schema, data, [], { lang, redirects, missing });
  return { data: value, redirects, missing };
}

interface Context {
  readonly lang: string;
  readonly redirects: [DataPath, DataPath][];
  readonly missing: DataPath[];
}

function visit(outer: z.ZodType, value: unknown, path: DataPath, context: Context): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const schema = schemaFor(outer, value);
  if (Array.isArray(value)) {
    const element = schema instanceof z.ZodArray ? (schema.element as z.ZodType) : z.unknown();
    return value.map((item, index) => visit(element, item, [...path, index], context));
  }
  const fields = Object.entries(value).map(([key, child]) => {
    const field = fieldOf(schema, key);
    const rest = key === 'translations' ? child : visit(field, child, [...path, key], context);
    return [key, rest] as const;
  });
  const data = Object.fromEntries(fields);
  const prose = proseFields(schema);
  if (prose.size === 0) return data;
  const [tag, words] = wordsFor(value, context.lang);
  for (const name of prose) {
    if (data[name] === undefined) continue;
    const to = tag === undefined ? undefined : [...path, 'translations', tag, name];
    data[name] = lay(data[name], words[name], [...path, name], to, context);
  }
  return data;
}

/** One text, or a list or mapping of texts: item by item. */
function lay(
  original: unknown,
  words: unknown,
  path: DataPath,
  to: DataPath | undefined,
  context: Context,
): unknown {
  if (typeof original === 'object' && original !== null) {
    const isList = Array.isArray(original);
    const given = isRecord(words) ? words : {};
    const items = Object.entries(original).map(([key, item]) => {
      const step = isList ? Number(key) : key;
      const there = to && [...to, step];
      return [key, lay(item, given[key], [...path, step], there, context)] as const;
    });
    return isList ? items.map(([, item]) => item) : Object.fromEntries(items);
  }
  if (typeof words === 'string' && to !== undefined) {
    context.redirects.push([path, to]);
    return words;
  }
  context.missing.push(path);
  return original;
}

/** The translation for the tag itself, else for a shorter one: `fr` serves `fr-CA`. */
function wordsFor(
  value: object,
  lang: string,
): readonly [tag: string | undefined, words: Readonly<Record<string, unknown>>] {
  const all = 'translations' in value && isRecord(value.translations) ? value.translations : {};
  const parts = lang.split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const tag = parts.slice(0, length).join('-');
    const words = all[tag];
    if (isRecord(words)) return [tag, words];
  }
  return [undefined, {}];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Names of the fields that a translation may give. */
function proseFields(schema: z.ZodType): ReadonlySet<string> {
  const translations = fieldOf(schema, 'translations');
  const byTag = translations instanceof z.ZodOptional ? translations.unwrap() : translations;
  const one = byTag instanceof z.ZodRecord ? byTag.valueType : undefined;
  return new Set(one instanceof z.ZodObject ? Object.keys(one.shape) : []);
}

function fieldOf(schema: z.ZodType, key: string): z.ZodType {
  if (schema instanceof z.ZodObject && Object.hasOwn(schema.shape, key)) {
    return schema.shape[key] as z.ZodType;
  }
  return schema instanceof z.ZodRecord ? (schema.valueType as z.ZodType) : z.unknown();
}

/** What an optional field or a choice of schemas comes to for this value. */
function schemaFor(schema: z.ZodType, value: unknown): z.ZodType {
  if (schema instanceof z.ZodOptional) return schemaFor(schema.unwrap() as z.ZodType, value);
  if (!(schema instanceof z.ZodUnion)) return schema;
  const fitting = schema.options.find((one) => (one as z.ZodType).safeParse(value).success);
  return fitting === undefined ? schema : schemaFor(fitting as z.ZodType, value);
}
