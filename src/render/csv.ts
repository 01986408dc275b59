/**
 * Renders the findings of a brief as a table for spreadsheets. Cells that a spreadsheet would take for
 * formulas are disarmed. Source: OWASP, "CSV Injection"; RFC 4180.
 */
import { stringify } from 'csv-stringify/sync';
import type { Artifact, Composed } from '../model/document.ts';
import { defaultMarkingIn } from '../model/edition-content.ts';
import { clean, type Outcome } from '../model/outcome.ts';
import { plainProse } from './plain-prose.ts';

const columns = [
  'id',
  'statement',
  'value',
  'unit',
  'observed',
  'confidence',
  'status',
  'marking',
  'as_of',
  'review_by',
  'sources',
  'places',
  'actors',
  'tags',
] as const;

type Fields = Readonly<Record<string, unknown>>;

/** document → `<id>.csv`: one line a value, so a finding with three numbers has three. UTF-8 with BOM. */
export function renderCsv({ meta, graph }: Pick<Composed, 'meta' | 'graph'>): Outcome<Artifact> {
  const fallback = defaultMarkingIn(graph);
  const rows = Object.entries(graph.finding ?? {}).flatMap(([id, finding]) =>
    rowsOf({ id, finding, fallback, statement: plainProse(finding.statement, graph, meta.lang) }),
  );
  const text = stringify([[...columns], ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
  });
  return clean({
    brief: meta.id,
    format: 'csv',
    name: `${meta.fileStem}.findings.csv`,
    mediaType: 'text/csv;charset=utf-8',
    bytes: new TextEncoder().encode(text),
  });
}

interface Line {
  readonly id: string;
  readonly finding: Fields;
  readonly statement: string;
  /** The label of a finding that carries none. */
  readonly fallback: string;
}

function rowsOf({ id, finding, statement, fallback }: Line): string[][] {
  const cells = (value: unknown, unit: unknown) => [
    id,
    statement,
    textOf(value),
    textOf(unit),
    textOf(finding.observed),
    textOf(finding.confidence),
    textOf(finding.status ?? 'active'),
    textOf(finding.marking ?? fallback),
    textOf(finding.asOf),
    textOf(finding.reviewBy),
    sourcesOf(finding),
    listOf(finding.places),
    listOf(finding.actors),
    listOf(finding.tags),
  ];
  const named = Object.entries((finding.values ?? {}) as Readonly<Record<string, Fields>>);
  if (named.length === 0) return [cells(finding.value, finding.unit)];
  return named.map(([name, one]) => [`${id}.${name}`, ...cells(one.value, one.unit).slice(1)]);
}

function sourcesOf({ evidence }: Fields): string {
  const pieces = (Array.isArray(evidence) ? evidence : []) as Fields[];
  return pieces
    .map(({ source, locator }) => [source, locator].filter((part) => part !== undefined).join(', '))
    .join('; ');
}

function listOf(value: unknown): string {
  return Array.isArray(value) ? value.join('; ') : '';
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value).replace(/\s+/g, ' ').trim();
}
