/** What a record rests on, all the way down: takeaway → finding → source, locator and quote. */
import { defaultMarking, markOf } from '../../model/marks.ts';
import { refOf } from '../../model/place.ts';
import type { Entry, Records, Resolved } from '../../model/stages.ts';
import { piecesOf } from '../../model/support.ts';
import { labelOf } from './find-record.ts';

/** One record in the tree. */
export interface TraceNode {
  /** `takeaway/lulls-are-not-defeat`. */
  readonly ref: string;
  readonly label: string;
  readonly marking: string;
  readonly file: string;
  /** How the source supports what stands above it. */
  readonly locator?: string;
  readonly quote?: string;
  readonly stance?: string;
  readonly grade?: string;
  readonly status?: string;
  readonly children: readonly TraceNode[];
}

/** graph, record → the tree below it. A source is a leaf. */
export function trace({ records }: Pick<Resolved, 'records'>, entry: Entry): TraceNode {
  return {
    ...describe(records, entry),
    children: childrenOf(records, entry),
  };
}

function childrenOf(records: Records, entry: Entry): TraceNode[] {
  switch (entry.kind) {
    case 'brief':
      return takeawaysOf(records, entry as Entry<'brief'>);
    case 'takeaway':
      return findings(records, (entry as Entry<'takeaway'>).data.findings);
    case 'trend':
      return findings(records, (entry as Entry<'trend'>).data.findings ?? []);
    case 'figure': {
      const { data } = entry as Entry<'figure'>;
      return [...findings(records, data.findings ?? []), ...sources(records, [data.source])];
    }
    case 'finding':
      return piecesOf(records, entry as Entry<'finding'>).map(({ source, piece }) => ({
        ...describe(records, source),
        ...(piece.locator === undefined ? {} : { locator: piece.locator }),
        ...(piece.quote === undefined ? {} : { quote: piece.quote }),
        stance: piece.stance ?? 'supports',
        children: [],
      }));
    case 'quote':
      return sources(records, [(entry as Entry<'quote'>).data.source]);
    case 'event':
      return sources(records, [(entry as Entry<'event'>).data.source]);
    default:
      return [];
  }
}

function takeawaysOf(records: Records, brief: Entry<'brief'>): TraceNode[] {
  const { takeaways = [] } = brief.data;
  if (!Array.isArray(takeaways)) {
    return [...records.takeaway.values()]
      .filter(({ data }) => data.tags?.includes(takeaways.tag))
      .map((entry) => trace({ records }, entry));
  }
  return takeaways.flatMap((item, index): TraceNode[] => {
    if (typeof item === 'string') {
      const entry = records.takeaway.get(item);
      return entry === undefined ? [] : [trace({ records }, entry)];
    }
    return [
      {
        ref: `${refOf(brief)}#${index + 1}`,
        label: item.lead,
        marking: item.marking ?? markOf(brief, defaultMarking(records)),
        file: brief.file.path,
        children: findings(records, item.findings),
      },
    ];
  });
}

function findings(records: Records, ids: readonly string[]): TraceNode[] {
  return ids.flatMap((id) => {
    const entry = records.finding.get(id);
    return entry === undefined ? [] : [trace({ records }, entry)];
  });
}

function sources(records: Records, ids: readonly (string | undefined)[]): TraceNode[] {
  return ids.flatMap((id) => {
    const entry = id === undefined ? undefined : records.source.get(id);
    return entry === undefined ? [] : [{ ...describe(records, entry), children: [] }];
  });
}

function describe(records: Records, entry: Entry): Omit<TraceNode, 'children'> {
  const { data } = entry;
  return {
    ref: refOf(entry),
    label: labelOf(entry),
    marking: markOf(entry, defaultMarking(records)),
    file: entry.file.path,
    ...('grade' in data && data.grade !== undefined ? { grade: data.grade } : {}),
    ...('status' in data && data.status !== undefined ? { status: data.status } : {}),
  };
}
