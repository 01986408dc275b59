/**
 * The smallest parts of the schema: what a string in the data is for. Each part carries its purpose
 * in a registry, so that one walk over a record finds its prose, links, dates and references.
 */
import { z } from 'zod';

/**
 * zod writes and compiles a parser for each schema unless it is told not to. Measured: that takes a tenth
 * of a check of a hundred records, and gains a hundredth of one of twenty thousand.
 */
z.config({ jitless: true });

/** What a scalar is for. `reference` names a record, the others are content. */
export type LeafType = 'text' | 'markdown' | 'url' | 'date' | 'reference' | 'path' | 'keyword';

/** The purpose of one scalar in the schema. */
export interface LeafMeta {
  readonly leaf: LeafType;
  /** For a reference: the kind of record it names. */
  readonly target?: string;
}

/** Schema node → purpose. */
export const leafRegistry = z.registry<LeafMeta>();

/** Ids: what a person can type, say aloud and put in a file name on any disk. */
export const idPattern = /^[a-z][a-z0-9-]*$/;

/** Text printed as it is; never parsed. */
export function text(description: string) {
  return z.string().min(1).describe(description).register(leafRegistry, { leaf: 'text' });
}

/** CommonMark with tables, notes and strikethrough; no raw HTML. */
export function markdown(description: string) {
  return z.string().min(1).describe(description).register(leafRegistry, { leaf: 'markdown' });
}

/** A link target: http, https or mailto. The check of its parts is a content rule. */
export function url(description: string) {
  return z.string().min(1).describe(description).register(leafRegistry, { leaf: 'url' });
}

/** A date of EDTF level 0 or 1; a bare year may be written as a number. */
export function date(description: string) {
  return z
    .union([z.string().min(4), z.int().min(1000).max(9999)])
    .describe(`${description} (EDTF: 2025, 2025-06, 2025-06-14, 2025-06-14/2025-06-20, 2025-06~)`)
    .register(leafRegistry, { leaf: 'date' });
}

/** A number or short text such as a volume or an issue, printed as it is. */
export function numberOrText(description: string) {
  return z
    .union([z.string().min(1), z.int()])
    .describe(description)
    .register(leafRegistry, { leaf: 'text' });
}

/** The id of a record of another kind. */
export function reference(target: string, description: string) {
  return z
    .string()
    .regex(idPattern)
    .describe(description)
    .register(leafRegistry, { leaf: 'reference', target });
}

/** A file inside the project, relative to its root. */
export function path(description: string) {
  return z.string().min(1).describe(description).register(leafRegistry, { leaf: 'path' });
}

/** A word from a closed list, or a code; not prose. */
export function keyword(description: string) {
  return z.string().min(1).describe(description).register(leafRegistry, { leaf: 'keyword' });
}

/** One of a closed list of words. */
export function choice<const T extends readonly [string, ...string[]]>(
  values: T,
  description: string,
) {
  return z.enum(values).describe(description);
}
