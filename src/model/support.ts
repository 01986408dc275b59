/** From a takeaway down to its sources. */
import type { Data } from './schema/kinds.ts';
import type { Entry, Records } from './stages.ts';

/** One piece of evidence with everything around it. */
export interface Support {
  readonly finding: Entry<'finding'>;
  /** Position in the finding's `evidence`. */
  readonly index: number;
  readonly piece: NonNullable<Data<'finding'>['evidence']>[number];
  readonly source: Entry<'source'>;
}

/** A takeaway's data → every piece of evidence below it, in order of its findings. */
export function supportOf(
  records: Records,
  takeaway: Pick<Data<'takeaway'>, 'findings'>,
): Support[] {
  return takeaway.findings.flatMap((id) => {
    const finding = records.finding.get(id);
    return finding === undefined ? [] : piecesOf(records, finding);
  });
}

/** A finding → its pieces of evidence. */
export function piecesOf(records: Records, finding: Entry<'finding'>): Support[] {
  return (finding.data.evidence ?? []).flatMap((piece, index) => {
    const source = records.source.get(piece.source);
    return source === undefined ? [] : [{ finding, index, piece, source }];
  });
}

/** False where a finding of the takeaway, or a source of such a finding, could not be read. */
export function isSupportKnown(
  records: Records,
  takeaway: Pick<Data<'takeaway'>, 'findings'>,
): boolean {
  return takeaway.findings.every((id) => {
    const evidence = records.finding.get(id)?.data.evidence ?? [];
    return records.finding.has(id) && evidence.every(({ source }) => records.source.has(source));
  });
}

/** True for evidence that speaks for the finding; the field may be left out. */
export function isSupporting({ piece }: Support): boolean {
  return piece.stance === undefined || piece.stance === 'supports';
}

/** The body that stands behind a source: its publisher, else what it appeared in. */
export function publisherOf({ data }: Entry<'source'>): string | undefined {
  return data.publisher ?? data['container-title'];
}
