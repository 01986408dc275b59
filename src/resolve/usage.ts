/**
 * What each brief stands on: no retracted source or finding, no takeaway and no finding without
 * evidence. In a draft these are warnings; a final brief is not built with them.
 */
import { type Diagnostic, diagnose, type Severity } from '../model/diagnostic.ts';
import { type EdtfDate, earliestDay, latestDay, parseDate } from '../model/edtf.ts';
import { placeOf, placeOfKey, refOf } from '../model/place.ts';
import { edgesByOrigin, reachableFrom } from '../model/reach.ts';
import type { Kind } from '../model/schema/kinds.ts';
import type { Edge, Entry, Ref, Resolved } from '../model/stages.ts';

/** graph → `retracted-cited`, `takeaway-without-evidence`, `finding-without-evidence`, `superseded-used`. */
export function checkUsage(resolved: Resolved): Diagnostic[] {
  const byOrigin = edgesByOrigin(resolved.edges);
  const worst = new Map<string, Diagnostic>();
  for (const brief of resolved.records.brief.values()) {
    const severity: Severity = brief.data.status === 'final' ? 'error' : 'warning';
    const found = [
      ...[...reachableFrom(refOf(brief), byOrigin)].flatMap(([ref, edge]) => [
        ...judge(resolved, ref, edge),
        ...laterThan(brief, resolved, ref, edge),
      ]),
      ...inlineTakeaways(brief),
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

function judge(resolved: Resolved, ref: Ref, edge: Edge): Diagnostic[] {
  const slash = ref.indexOf('/');
  const kind = ref.slice(0, slash) as Kind;
  const id = ref.slice(slash + 1);
  const { records } = resolved;
  if (kind === 'source') {
    const entry = records.source.get(id);
    return entry?.data.status === 'retracted' ? [retracted(entry, edge)] : [];
  }
  if (kind === 'takeaway') {
    const entry = records.takeaway.get(id);
    if (entry === undefined || entry.data.findings.length > 0) return [];
    return [diagnose('takeaway-without-evidence', { id }, placeOfKey(entry))];
  }
  const entry = kind === 'finding' ? records.finding.get(id) : undefined;
  if (entry === undefined) return [];
  const { status, supersededBy, evidence = [] } = entry.data;
  const found: Diagnostic[] = [];
  if (status === 'retracted') found.push(retracted(entry, edge));
  if (status === 'superseded' && supersededBy !== undefined) {
    found.push(diagnose('superseded-used', { id, by: supersededBy }, { span: edge.span }));
  }
  if (evidence.length === 0) {
    found.push(diagnose('finding-without-evidence', { id }, placeOfKey(entry)));
  }
  return found;
}

/** A brief cannot rest on what was published after it. */
function laterThan(
  brief: Entry<'brief'>,
  { records }: Resolved,
  ref: Ref,
  edge: Edge,
): Diagnostic[] {
  const source = ref.startsWith('source/') ? records.source.get(ref.slice(7)) : undefined;
  const published = dayOf(source?.data.issued, earliestDay);
  const closed = dayOf(brief.data.updated ?? brief.data.issued, latestDay);
  if (source === undefined || published === undefined || closed === undefined) return [];
  if (published <= closed) return [];
  const { span } = placeOf(source, ['issued']);
  const related = span === undefined ? [] : [{ message: 'it was published then', span }];
  const slots = {
    what: `the source "${source.id}"`,
    date: String(source.data.issued),
    other: `the brief "${brief.id}", ${brief.data.updated ?? brief.data.issued}`,
  };
  return [diagnose('date-future', slots, { span: edge.span, related })];
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
