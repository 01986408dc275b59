/**
 * Which marks a content stream needs that it does not have, and which of its marks say too much.
 * Source: ISO 14289-1, 7.1 and 7.8; ISO 32000-1, 14.8.2.2 (artifacts) and table 330.
 */
import type { PdfRef } from '../../../model/pdf/values.ts';
import type { ContentKid } from '../structure/node.ts';
import type { Edit } from './edits.ts';
import { type Owner, type Owners, ownerOf } from './owners.ts';
import type { PaintedStream } from './painted-streams.ts';
import type { MarkedSequence, StreamMarks, UnmarkedRun } from './read-marks.ts';

/** A stream with what was read of it. */
export interface ReadStream {
  readonly stream: PaintedStream;
  readonly bytes: Buffer;
  readonly marks: StreamMarks;
}

/** stream, owners → the edits; sequences that become artifacts are added to `dropped`. */
export function artifactEdits(read: ReadStream, owners: Owners, dropped: Set<ContentKid>): Edit[] {
  const { marks, stream } = read;
  const labels = splitLabels(read, owners);
  const numbers = new Set(labels.map(({ after }) => after));
  const runs = joinRuns(marks.unmarked.filter((run) => !numbers.has(run)));
  const untagged = marks.sequences.flatMap((sequence) => {
    const owner = ownerOf(owners, stream.ref, sequence.mcid);
    const kind = artifactKind(sequence, owner, stream.ref);
    if (kind === undefined) return [];
    if (owner !== undefined) dropped.add(owner.kid);
    const { start, end } = sequence;
    return [{ at: start, length: end - start, text: `/Artifact ${kind} BDC` }];
  });
  return [
    ...runs.flatMap((run) => wrap(run, marks, stream.heightPt)),
    ...labels.flatMap((label) => widen(read.bytes, label)),
    ...untagged,
  ];
}

const layout = '<</Type /Layout>>';
const pagination = '<</Type /Pagination>>';
const header = '<</Type /Pagination /Subtype /Header>>';
const footer = '<</Type /Pagination /Subtype /Footer>>';

function wrap(run: UnmarkedRun, marks: StreamMarks, heightPt: number | undefined): Edit[] {
  const kind = unmarkedKind(run, marks, heightPt);
  return [
    { at: run.start, length: 0, text: `/Artifact ${kind} BDC\n` },
    { at: run.end, length: 0, text: '\nEMC' },
  ];
}

/** Text outside the body of a page is a running header or footer; all else is layout. */
function unmarkedKind(run: UnmarkedRun, marks: StreamMarks, heightPt: number | undefined): string {
  if (run.y === undefined || heightPt === undefined) return layout;
  const [bottom, top] = marks.bodyBand ?? [heightPt * 0.1, heightPt * 0.9];
  if (run.y > top) return header;
  return run.y < bottom ? footer : layout;
}

/**
 * Tagged painting without text, outside every figure, says nothing: a rule, a border, a fill. A header
 * cell that shows on a later page what it showed before is there for the eye only.
 */
function artifactKind(
  { hasText }: MarkedSequence,
  owner: Owner | undefined,
  page: PdfRef,
): string | undefined {
  if (!hasText) return owner?.isInFigure === true ? undefined : layout;
  const shown = owner?.headerCell?.shown;
  const [first] = shown ?? [];
  const isRepeated = first !== undefined && first[0] !== page && shown?.get(page) === first[1];
  return isRepeated ? pagination : undefined;
}

type Label = MarkedSequence & { readonly after: UnmarkedRun };

/**
 * Labels of list items of which Chromium has tagged the last part only: of a marker made of a number
 * and a space, the space.
 */
function splitLabels({ marks, stream }: ReadStream, owners: Owners): readonly Label[] {
  const [bottom, top] = marks.bodyBand ?? [0, 0];
  return marks.sequences.flatMap((sequence) => {
    const { after, mcid } = sequence;
    const isLabel = ownerOf(owners, stream.ref, mcid)?.type === 'Lbl';
    if (!isLabel || after?.y === undefined) return [];
    // A running header may stand before the first item of a page.
    return after.y > bottom && after.y < top ? [{ ...sequence, after }] : [];
  });
}

/** The mark of a label opens before the number, too. */
function widen(bytes: Buffer, { start, end, after }: Label): Edit[] {
  return [
    { at: after.start, length: 0, text: `${bytes.toString('latin1', start, end)}\n` },
    { at: start, length: end - start, text: '' },
  ];
}

/** Neighbours of about one height become one run: fewer marks to write and to read. */
function joinRuns(runs: readonly UnmarkedRun[]): UnmarkedRun[] {
  const joined: UnmarkedRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const isNear =
      last !== undefined &&
      last.epoch === run.epoch &&
      (last.y === undefined || run.y === undefined || Math.abs(last.y - run.y) < NEAR_PT);
    if (isNear) joined[joined.length - 1] = { ...last, end: run.end, y: last.y ?? run.y };
    else joined.push(run);
  }
  return joined;
}

/** Lines of one running header stand this near to each other, in points. */
const NEAR_PT = 60;
