/** The JSON that a brief is rendered to, as a schema: what other programs may rely on. */
import { z } from 'zod';
import { markings } from '../marking.ts';
import { schemas } from './kinds.ts';

const byId = <T extends z.ZodType>(schema: T) => z.record(z.string(), schema);

/** Kind → id → record. A kind that the brief does not use is left out. */
const records = z.strictObject(
  Object.fromEntries(
    Object.entries(schemas).map(([kind, schema]) => [kind, byId(schema).optional()]),
  ),
);

/** `<id>.json`, version 1. */
export const exportedBrief = z.strictObject({
  version: z.literal(1),
  id: z.string(),
  title: z.string(),
  lang: z.string().describe('BCP 47'),
  marking: z.enum(markings).describe('TLP 2.0 label of the document'),
  status: z.enum(['draft', 'review', 'final', 'withdrawn']),
  issued: z.string().describe('EDTF'),
  updated: z.string().describe('EDTF').optional(),
  edition: z.int().min(1).optional(),
  supersededBy: z
    .strictObject({ edition: z.int().min(1), released: z.string() })
    .describe('The edition in force, in a copy of an old one')
    .optional(),
  publisher: z.string(),
  authors: z.array(
    z.strictObject({
      name: z.string(),
      affiliations: z.array(z.string()).describe('Innermost first'),
      orcid: z.string().optional(),
    }),
  ),
  words: z.int().min(0),
  readMinutes: z.int().min(1),
  references: z
    .array(z.looseObject({ id: z.string() }))
    .describe('The works cited, as CSL-JSON, in order of the references'),
  records: records.describe('Every record that the brief draws on, as its audience may see it'),
});

/** JSON Schema of it (draft 2020-12). */
export function exportedBriefSchema(): unknown {
  return {
    $id: 'https://briefwright.example/schemas/brief.schema.json',
    title: 'A brief, rendered as JSON by Briefwright',
    ...z.toJSONSchema(exportedBrief, { io: 'input' }),
  };
}
