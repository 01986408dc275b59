/** How well a brief's takeaways are covered: what each rests on, and where the holes are. */
import type { Code } from '../../model/codes.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Entry, Resolved } from '../../model/stages.ts';
import { isSupporting, publisherOf, type Support, supportOf } from '../../model/support.ts';

/** One takeaway's row of the matrix. */
export interface CoverageRow {
  readonly takeaway: string;
  readonly lead: string;
  readonly findings: number;
  readonly sources: number;
  readonly publishers: number;
  readonly contradictions: number;
  /** Grades of its sources, best first. */
  readonly grades: readonly string[];
  /** Codes of the rules that find something here. */
  readonly holes: readonly Code[];
}

export interface Coverage {
  readonly brief: string;
  readonly rows: readonly CoverageRow[];
  /** Sources in use × takeaways: how many pieces of evidence each gives to each. */
  readonly matrix: readonly { readonly source: string; readonly counts: readonly number[] }[];
}

/** graph, brief, what the rules said → its coverage. */
export function coverageOf(
  { records }: Resolved,
  brief: Entry<'brief'>,
  diagnostics: readonly Diagnostic[],
): Coverage {
  const { takeaways = [] } = brief.data;
  const placed = Array.isArray(takeaways)
    ? takeaways.flatMap((item, index) => {
        if (typeof item !== 'string') return [{ id: `#${index + 1}`, data: item }];
        const entry = records.takeaway.get(item);
        return entry === undefined ? [] : [{ id: item, data: entry.data }];
      })
    : [...records.takeaway.values()].filter(({ data }) => data.tags?.includes(takeaways.tag));
  const support = placed.map(({ data }) => supportOf(records, data));
  const rows = placed.map(({ id, data }, index): CoverageRow => {
    const pieces = support[index] ?? [];
    return {
      takeaway: id,
      lead: data.lead,
      findings: data.findings.length,
      ...countSources(pieces.filter(isSupporting)),
      contradictions: pieces.filter(({ piece }) => piece.stance === 'contradicts').length,
      holes: holesOf(id, diagnostics),
    };
  });
  const sources = new Set(support.flat().map(({ source }) => source.id));
  const matrix = [...sources].sort().map((source) => ({
    source,
    counts: support.map((pieces) => pieces.filter((one) => one.source.id === source).length),
  }));
  return { brief: brief.id, rows, matrix };
}

function countSources(pieces: readonly Support[]) {
  const sources = new Map(pieces.map(({ source }) => [source.id, source]));
  const grades = [...sources.values()].flatMap(({ data }) => data.grade ?? []);
  return {
    sources: sources.size,
    publishers: new Set([...sources.values()].map((one) => publisherOf(one) ?? one.id)).size,
    grades: [...new Set(grades)].sort(),
  };
}

function holesOf(id: string, diagnostics: readonly Diagnostic[]): Code[] {
  const found = diagnostics.filter(
    ({ code, path = '' }) =>
      (code.startsWith('evidence-') || code.endsWith('-without-evidence')) &&
      (path === `takeaways.${id}` || path.startsWith(`takeaways.${id}.`)),
  );
  return [...new Set(found.map(({ code }) => code))];
}
