/** Puts the schemas for editors into the project, where they are rebuilt and never committed. */

import type { Host } from '../../../model/host.ts';
import { type Project, readProject } from '../../../read-project.ts';
import { editorSchemas } from './editor-schema.ts';
import { knownNames } from './known-names.ts';

/** Paths of the two schemas, relative to the project. */
export const schemaPaths = {
  brief: '.brief/schema/brief.schema.json',
  data: '.brief/schema/data.schema.json',
} as const;

/** What was written. */
export interface WrittenSchemas {
  readonly paths: readonly string[];
  /** Ids that the editors now know. */
  readonly idCount: number;
  /** False while a file cannot be read; ids are then proposed but not required. */
  readonly isComplete: boolean;
}

/**
 * host → both schemas, written in one step. The same data give the same bytes. Throws `HostError` where
 * the folder cannot be written.
 */
export async function writeSchemas(host: Host, known?: Project): Promise<WrittenSchemas> {
  const project = known ?? (await readProject(host)).value;
  const names = await knownNames(host, project);
  const schemas = editorSchemas(names);
  const encode = (value: unknown) =>
    new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
  await host.project.replace(
    new Map([
      [schemaPaths.brief, encode(schemas.brief)],
      [schemaPaths.data, encode(schemas.data)],
    ]),
  );
  const idCount = Object.values(names.ids).reduce((sum, ids) => sum + ids.length, 0);
  return { paths: Object.values(schemaPaths), idCount, isComplete: names.isComplete };
}
