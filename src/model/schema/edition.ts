/** A released edition, frozen: what was in it, what it was made from, and what came out. */
import { z } from 'zod';
import { markings } from '../marking.ts';
import { formats, papers } from './brief.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One thing that changed since the edition before. */
export const change = z.strictObject({
  subject: z.enum([
    'brief',
    'takeaway',
    'finding',
    'source',
    'figure',
    'quote',
    'key-figure',
    'event',
    'trend',
    'recommendation',
    'term',
  ]),
  id: z.string(),
  what: z.enum([
    'new',
    'dropped',
    'reworded',
    'likelihood',
    'confidence',
    'value',
    'source-added',
    'source-removed',
    'retracted',
    'corrected',
    'changed',
  ]),
  /** The record in one line, as the newer edition has it. */
  label: z.string(),
  field: z.string().optional(),
  /** BCP 47 tag of the translation that was changed; the brief's own words have none. */
  lang: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});

/** `data/editions/<id>/<n>.yaml`. */
export const edition = z.strictObject({
  edition: z.int().min(1),
  brief: z.string(),
  /** The day of release. */
  released: z.string(),
  /** Version of the tool that released it. */
  tool: z.string(),
  browser: z.string().optional(),
  audience: z.enum(markings),
  paper: z.enum(papers),
  /** Of `content`, as canonical JSON. */
  contentHash: hash,
  /** Data file → SHA-256 on the day of release. */
  inputs: z.record(z.string(), hash),
  /** Template, style and font → SHA-256. */
  resources: z.record(z.string(), hash),
  /** SOURCE_DATE_EPOCH of that day in milliseconds, where it was set: file properties hold it. */
  sourceDateMs: z.int().optional(),
  /** Name of a file → what came out: every language, and the pictures beside a Markdown file. */
  artifacts: z.record(z.string(), z.strictObject({ format: z.enum(formats), sha256: hash })),
  /** The edition before, and what has changed since. */
  since: z.strictObject({ edition: z.int(), released: z.string() }).optional(),
  changes: z.array(change).optional(),
  /** Kind → id → record, as the audience could see it. */
  content: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))),
});

export type Edition = z.infer<typeof edition>;
export type Change = z.infer<typeof change>;
