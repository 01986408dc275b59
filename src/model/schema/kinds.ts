/** The kinds of record, each with its key in the YAML and its schema: the one definition of them all. */
import type { z } from 'zod';
import { brief, publisher } from './brief.ts';
import {
  event,
  figure,
  finding,
  quote,
  recommendation,
  takeaway,
  term,
  trend,
} from './knowledge.ts';
import { scale } from './scale.ts';
import { organisation, person, source } from './sources.ts';

/** Kind of record → its schema. */
export const schemas = {
  publisher,
  person,
  organisation,
  source,
  finding,
  takeaway,
  trend,
  quote,
  figure,
  event,
  recommendation,
  term,
  scale,
  brief,
} as const;

export type Kind = keyof typeof schemas;

/** The plain data of one kind of record, as the schema leaves it. */
export type Data<K extends Kind> = z.infer<(typeof schemas)[K]>;

/** Top-level key of a data file → the kind of record it holds, a mapping of id → record. */
export const collections = {
  people: 'person',
  organisations: 'organisation',
  sources: 'source',
  findings: 'finding',
  takeaways: 'takeaway',
  trends: 'trend',
  quotes: 'quote',
  figures: 'figure',
  events: 'event',
  recommendations: 'recommendation',
  glossary: 'term',
  scales: 'scale',
} as const satisfies Record<string, Kind>;

export type Collection = keyof typeof collections;
