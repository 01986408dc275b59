/**
 * Renders a brief as a STIX 2.1 bundle for threat-intelligence platforms: a `report`, one `note` a
 * takeaway, the publisher's `identity`, and the TLP 2.0 markings that are used.
 * Source: OASIS STIX Version 2.1, 4.7 (identity), 4.10 (note), 4.14 (report), 7.2 (markings); OASIS CTI
 * common objects, extension-definition "TLP 2.0".
 */
import { v5 as uuidV5 } from 'uuid';
import { canonicalJson } from '../model/canonical.ts';
import type { Artifact, Composed } from '../model/document.ts';
import { defaultMarkingIn } from '../model/edition-content.ts';
import { type Marking, markingOf } from '../model/marking.ts';
import { clean, type Outcome } from '../model/outcome.ts';
import { plainProse } from './plain-prose.ts';

/** Namespace of the ids that we make: the same record gets the same id in every edition. */
const namespace = '6d6f5e0c-6e5b-5c39-9a0e-3b6f0c1d7a52';

/** The markings' own ids. Source: OASIS CTI common objects, TLP 2.0. */
const tlpIds: Readonly<Record<Marking, string>> = {
  'TLP:CLEAR': 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  'TLP:GREEN': 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  'TLP:AMBER': 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'TLP:AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  'TLP:RED': 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};

const tlpExtension = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';

type Fields = Readonly<Record<string, unknown>>;

/** document → `<id>.stix.json`. */
export function renderStix({ meta, graph }: Pick<Composed, 'meta' | 'graph'>): Outcome<Artifact> {
  const time = new Date(meta.timestampMs).toISOString();
  const publisher = idOf('identity', meta.publisher.name);
  const reportId = idOf('report', meta.id);
  const common = (marking: Marking) => ({
    spec_version: '2.1',
    created: time,
    modified: time,
    created_by_ref: publisher,
    lang: meta.lang,
    object_marking_refs: [tlpIds[marking]],
  });
  const takeaways = takeawaysOf(graph);
  const notes = takeaways.map(({ id, data, marking }) => ({
    type: 'note',
    id: idOf('note', `${meta.id}/${id}`),
    ...common(marking ?? meta.marking),
    abstract: textOf(data.lead),
    content: [textOf(data.lead), plainProse(data.body, graph, meta.lang)]
      .filter((part) => part !== '')
      .join('\n\n'),
    authors: meta.authors.map(({ name }) => name),
    object_refs: [reportId],
    ...(data.confidence === undefined ? {} : { confidence: confidences[textOf(data.confidence)] }),
  }));
  const used = [...new Set([meta.marking, ...takeaways.map((one) => one.marking ?? meta.marking)])];
  const objects = [
    {
      type: 'identity',
      spec_version: '2.1',
      id: publisher,
      created: time,
      modified: time,
      name: meta.publisher.name,
      identity_class: 'organization',
    },
    ...used.map(markingDefinition),
    {
      type: 'report',
      id: reportId,
      ...common(meta.marking),
      name: meta.title,
      description: meta.description,
      report_types: ['threat-report'],
      published: time,
      ...(meta.keywords.length === 0 ? {} : { labels: [...meta.keywords] }),
      object_refs: [publisher, ...notes.map(({ id }) => id)],
      external_references: meta.references.map(referenceOf),
    },
    ...notes,
  ].map((object) => ({ ...object }));
  const bundle = { type: 'bundle', id: idOf('bundle', canonicalJson(objects)), objects };
  return clean({
    brief: meta.id,
    format: 'stix',
    name: `${meta.fileStem}.stix.json`,
    mediaType: 'application/stix+json;version=2.1',
    bytes: new TextEncoder().encode(`${JSON.stringify(bundle, undefined, 2)}\n`),
  });
}

/** Levels of confidence on STIX's scale of 0–100. Source: STIX 2.1, appendix A, "Low/Medium/High". */
const confidences: Readonly<Record<string, number>> = { low: 15, moderate: 50, high: 85 };

function takeawaysOf(graph: Composed['graph']) {
  const [brief] = Object.values(graph.brief ?? {});
  const fallback = defaultMarkingIn(graph);
  const listed: unknown[] = Array.isArray(brief?.takeaways) ? brief.takeaways : [];
  return listed.flatMap((item, index) => {
    const id = typeof item === 'string' ? item : String(index + 1);
    const data = (typeof item === 'string' ? graph.takeaway?.[item] : item) as Fields | undefined;
    if (data === undefined) return [];
    const own = typeof item === 'string' ? (data.marking ?? fallback) : data.marking;
    return [{ id, data, marking: own === undefined ? undefined : markingOf(own) }];
  });
}

function markingDefinition(marking: Marking) {
  const level = marking.slice('TLP:'.length).toLowerCase();
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: tlpIds[marking],
    created: '2022-10-01T00:00:00.000Z',
    name: marking,
    extensions: { [tlpExtension]: { extension_type: 'property-extension', tlp_2_0: level } },
  };
}

function referenceOf(item: Fields) {
  const url = item.URL;
  return {
    source_name: textOf(item.publisher ?? item['container-title'] ?? item.title),
    description: textOf(item.title),
    ...(typeof url === 'string' ? { url } : {}),
  };
}

function idOf(type: string, name: string): string {
  return `${type}--${uuidV5(`${type}/${name}`, namespace)}`;
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
