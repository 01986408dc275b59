/**
 * The zod schema → JSON Schema for editors: what each field is for, an example of it, and the names it
 * may hold today. Draft 7, which every YAML extension in use understands.
 */
import { z } from 'zod';
import { collections, type Kind, schemas } from '../../../model/schema/kinds.ts';
import { idPattern, leafRegistry } from '../../../model/schema/leaf.ts';
import { examplesOf, purposeOf } from './field-help.ts';
import type { KnownName, KnownNames } from './known-names.ts';

/** A JSON Schema, or a part of one. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

const dialect = 'http://json-schema.org/draft-07/schema#';

/** names → schema of a brief's own file, and schema of every other data file. */
export function editorSchemas(names: KnownNames): { brief: JsonSchema; data: JsonSchema } {
  const definitions = definitionsOf(names);
  const brief = { title: 'A brief', ...recordSchema('brief') };
  const held = Object.entries(collections).map(([key, kind]) => [key, collection(kind)]);
  const data = {
    title: 'Records',
    description: 'Records by kind: publisher, people, sources, findings, takeaways …',
    type: 'object' as const,
    properties: {
      publisher: { ...recordSchema('publisher'), description: 'The office and its rules' },
      ...Object.fromEntries(held),
    },
    additionalProperties: false,
  };
  return {
    brief: { $schema: dialect, ...brief, definitions },
    data: { $schema: dialect, ...data, definitions },
  };
}

/** A mapping of id → record; it may be empty, as in a file that was just begun. */
function collection(kind: Kind): JsonSchema {
  return {
    description: `Records of the kind ${kind}, each below its id`,
    type: ['object', 'null'] as unknown as 'object', // zod's type of a schema knows single types only.
    propertyNames: { pattern: idPattern.source },
    additionalProperties: recordSchema(kind),
  };
}

function recordSchema(kind: Kind): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(schemas[kind], {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => enrich(zodSchema, jsonSchema),
  });
  return schema;
}

/** Adds what zod cannot know to one node; references and names become lists of what there is. */
function enrich(zodSchema: z.core.$ZodType, node: JsonSchema): void {
  // The registry was filled with these very nodes; zod's core types them more loosely.
  const leaf = leafRegistry.get(zodSchema as z.ZodType);
  const list = leaf?.target === undefined ? listedFields.get(zodSchema) : listName(leaf.target);
  if (list !== undefined) {
    delete node.pattern;
    node.allOf = [{ $ref: `#/definitions/${list}` }];
  }
  const description = node.description ?? describeItems(node);
  if (description === undefined) return;
  node.description = description;
  if (leaf === undefined) return;
  const purpose = purposeOf(leaf.leaf);
  if (purpose !== undefined) node.description = `${description}. ${purpose}`;
  const examples = list === undefined ? examplesOf(leaf.leaf, description) : undefined;
  if (examples !== undefined) node.examples = [...examples];
}

/** A list that says nothing of itself is described by what it holds. */
function describeItems({ items }: JsonSchema): string | undefined {
  if (typeof items !== 'object' || Array.isArray(items)) return undefined;
  return items.description === undefined ? undefined : `A list. Each item: ${items.description}`;
}

/** Fields that hold a name which is no id of a record, each with its list. */
const listedFields: ReadonlyMap<z.core.$ZodType, string> = new Map<z.core.$ZodType, string>([
  [schemas.brief.shape.template, 'templates'],
  [schemas.brief.shape.scale.unwrap(), 'scales'],
  [schemas.publisher.shape.defaults.unwrap().shape.scale.unwrap(), 'scales'],
  [schemas.takeaway.shape.likelihood.unwrap(), 'likelihoods'],
]);

function listName(kind: string): string {
  return `${kind}-ids`;
}

function definitionsOf(names: KnownNames): Record<string, JsonSchema> {
  const ids = Object.entries(names.ids).map(([kind, known]): [string, JsonSchema] => {
    const any = { type: 'string' as const, pattern: idPattern.source };
    return [listName(kind), listOf(known, names.isComplete ? undefined : any, any)];
  });
  const text = { type: 'string' as const };
  return Object.fromEntries([
    ...ids,
    ['templates', listOf(names.templates, undefined, text)],
    ['scales', listOf(names.scales, names.isComplete ? undefined : text, text)],
    // Which scale is in use differs from brief to brief, and each term has other forms.
    ['likelihoods', listOf(names.likelihoods, text, text)],
  ]);
}

/** A closed list; where `or` is given, an open one that only proposes. Nothing to list is `empty`. */
function listOf(
  known: readonly KnownName[],
  or: JsonSchema | undefined,
  empty: JsonSchema,
): JsonSchema {
  if (known.length === 0) return empty;
  const list = {
    enum: known.map(({ name }) => name),
    // Not of the standard; the editors show them beside the values.
    enumDescriptions: known.map(({ label }) => label),
  };
  return or === undefined ? list : { anyOf: [list, or] };
}
