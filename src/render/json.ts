/**
 * Renders a brief for other programs: the whole graph that its audience may see, as JSON. Its shape is
 * published as `standards/schemas/brief.schema.json`; spans stay behind.
 */
import { canonicalJson } from '../model/canonical.ts';
import type { Artifact, Composed } from '../model/document.ts';
import { clean, type Outcome } from '../model/outcome.ts';

/** Raised when a field changes its meaning or goes. */
export const jsonVersion = 1;

/** document → `<id>.json`. */
export function renderJson({ meta, graph }: Pick<Composed, 'meta' | 'graph'>): Outcome<Artifact> {
  const value = {
    version: jsonVersion,
    id: meta.id,
    title: meta.title,
    lang: meta.lang,
    marking: meta.marking,
    status: meta.status,
    issued: meta.issued,
    updated: meta.updated,
    edition: meta.edition === undefined ? undefined : Number(meta.edition),
    supersededBy: meta.supersededBy && {
      edition: meta.supersededBy.edition,
      released: meta.supersededBy.released,
    },
    publisher: meta.publisher.name,
    authors: meta.authors.map(({ name, affiliations, orcid }) => ({ name, affiliations, orcid })),
    words: meta.words,
    readMinutes: meta.readMinutes,
    references: meta.references,
    records: graph,
  };
  // Through the canonical form, so that the order of keys in the YAML leaves no trace.
  const text = JSON.stringify(JSON.parse(canonicalJson(value)), undefined, 2);
  return clean({
    brief: meta.id,
    format: 'json',
    name: `${meta.fileStem}.json`,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(`${text}\n`),
  });
}
