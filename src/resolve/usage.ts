/**
 * What each brief stands on: no retracted source or finding, no takeaway and no finding without
 * evidence. In a draft these are warnings; a final brief is not built with them.
 */
import { type Diagnostic, diagnose, type Severity } from '../model/diagnostic.ts';
import { type EdtfDate, earliestDay, latestDay, parseDate } from '../model/edtf.ts';
import { placeOf, placeOfKey, refOf } from '../model/place.ts';
import { edgesByOrigin, reachableFrom } from '../model/reach.ts';
import { remember } from '../model/remember.ts';
import type { Kind } from '../model/schema/kinds.ts';
import type { Edge, Entry, Ref, Resolved } from '../model/stages.ts';

/**
 * graph → `retracted-cited`, `superseded-used` and `date-future` at every place that uses such a
 * record, `takeaway-without-evidence` and `finding-without-evidence` at the record itself.
 */
export function checkUsage(resolved: Resolved): Diagnostic[] {
  const byOrigin = edgesByOrigin(resolved.edges);
  const worst = new Map<string, Diagnostic>();
  const publishedOf = remember((source: Entry<'source'>) => dayOf(source.data.issued, earliestDay));
  for (const brief of resolved.records.brief.values()) {
    const severity: Severity = brief.data.status === 'final' ? 'error' : 'warning';
    const reached = [...reachableFrom(refOf(brief), byOrigin).keys()];
    const edges = [refOf(brief), ...reached].flatMap((ref) => byOrigin.get(ref) ?? []);
    const found = [
      ...inlineTakeaways(brief),
      ...reached.flatMap((ref) => withoutEvidence(resolved, ref)),
      ...edges.filter(isUse).flatMap((edge) => judgeUse(resolved, edge)),
      ...laterThan(brief, resolved, edges, publishedOf),
    ];
    for (const diagnostic of found) keepWorst(worst, diagnostic, severity);
  }
  return [...worst.values()];
}

/** A record that several briefs use is reported once, as the strictest of them would. */
function keepWorst(worst: Map<string, Diagnostic>, found: Diagnostic, severity: Severity): void {
  const isLighter = found.severity === 'warning' || severity === 'warning';
  const diagnostic: Diagnostic = { ...found, severity: isLighter ? 'warning' : 'error' };
  const key = `${found.code} ${found.span?.file} ${found.span?.start}`;
  const known = worst.get(key);
  if (known === undefined || known.severity === 'warning') worst.set(key, diagnostic);
}

/** To say what a finding was superseded by is not to use it. */
function isUse({ path }: Edge): boolean {
  return path[0] !== 'supersededBy';
}

function judgeUse({ records }: Resolved, edge: Edge): Diagnostic[] {
  const [kind, id] = parse(edge.to);
  if (kind !== 'source' && kind !== 'finding') return [];
  const entry = records[kind].get(id);
  if (entry === undefined) return [];
  const { status } = entry.data;
  if (status === 'retracted') return [retracted(entry, edge)];
  const by = 'supersededBy' in entry.data ? entry.data.supersededBy : undefined;
  if (status !== 'superseded' || by === undefined) return [];
  return [diagnose('superseded-used', { id, by }, { span: edge.span })];
}

function withoutEvidence({ records }: Resolved, ref: Ref): Diagnostic[] {
  const [kind, id] = parse(ref);
  const takeaway = kind === 'takeaway' ? records.takeaway.get(id) : undefined;
  if (takeaway !== undefined && takeaway.data.findings.length === 0) {
    return [diagnose('takeaway-without-evidence', { id }, placeOfKey(takeaway))];
  }
  const finding = kind === 'finding' ? records.finding.get(id) : undefined;
  if (finding === undefined || (finding.data.evidence ?? []).length > 0) return [];
  return [diagnose('finding-without-evidence', { id }, placeOfKey(finding))];
}

function parse(ref: Ref): [Kind, string] {
  const slash = ref.indexOf('/');
  return [ref.slice(0, slash) as Kind, ref.slice(slash + 1)];
}

/** A brief cannot rest on what was published after it. */
function laterThan(
  brief: Entry<'brief'>,
  { records }: Resolved,
  edges: readonly Edge[],
  publishedOf: (source: Entry<'source'>) => string | undefined,
): Diagnostic[] {
  const closed = dayOf(brief.data.updated ?? brief.data.issued, latestDay);
  if (closed === undefined) return [];
  return edges.flatMap((edge) => {
    const [kind, id] = parse(edge.to);
    const source = kind === 'source' ? records.source.get(id) : undefined;
    const published = source === undefined ? undefined : publishedOf(source);
    if (source === undefined || published === undefined || published <= closed) return [];
    return [tooLate(brief, source, edge)];
  });
}

function tooLate(brief: Entry<'brief'>, source: Entry<'source'>, edge: Edge): Diagnostic {
  const { span } = placeOf(source, ['issued']);
  const related = span === undefined ? [] : [{ message: 'it was published then', span }];
  const slots = {
    what: `the source "${source.id}"`,
    date: String(source.data.issued),
    other: `the brief "${brief.id}", ${brief.data.updated ?? brief.data.issued}`,
  };
  return diagnose('date-future', slots, { span: edge.span, related });
}

function dayOf(
  text: string | number | undefined,
  day: (date: EdtfDate) => string | undefined,
): string | undefined {
  const parsed = text === undefined ? undefined : parseDate(text);
  return parsed?.ok ? day(parsed.date) : undefined;
}

function retracted(entry: Entry, edge: Edge): Diagnostic {
  const { span } = placeOf(entry, ['status']);
  const related = span === undefined ? [] : [{ message: 'it was retracted here', span }];
  const slots = { kind: entry.kind, id: entry.id };
  return diagnose('retracted-cited', slots, { span: edge.span, related });
}

function inlineTakeaways(brief: Entry<'brief'>): Diagnostic[] {
  const { takeaways } = brief.data;
  if (!Array.isArray(takeaways)) return [];
  return takeaways.flatMap((item, index) => {
    if (typeof item === 'string' || item.findings.length > 0) return [];
    const id = `${brief.id}, takeaway ${index + 1}`;
    return [
      diagnose('takeaway-without-evidence', { id }, placeOf(brief, ['takeaways', index, 'lead'])),
    ];
  });
}
