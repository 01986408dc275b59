/**
 * Marks what belongs to no element as Artifact: running headers and footers, which Chromium leaves
 * without any mark; rules, borders and backgrounds, which it tags as if they were text; the headers of
 * a table where they are printed again.
 */

import { deflateSync } from 'node:zlib';
import { unpack } from '../../../model/pdf/objects.ts';
import type { PdfFile } from '../../../model/pdf/open-file.ts';
import { PdfName, type PdfRef, type PdfStream } from '../../../model/pdf/values.ts';
import type { ContentKid, StructureNode } from '../structure/node.ts';
import { artifactEdits, type ReadStream } from './artifact-edits.ts';
import { applyEdits } from './edits.ts';
import { collectOwners, type Owners, ownerOf } from './owners.ts';
import { paintedStreams } from './painted-streams.ts';
import { readMarks } from './read-marks.ts';

/** What was learned of the pages on the way. */
export interface MarkedPages {
  /** Elements that lost content to an Artifact, by the objects they were read from. */
  readonly losers: ReadonlySet<PdfRef>;
  /** Page → the height at which its body begins, of pages that say so. */
  readonly bodyTops: ReadonlyMap<PdfRef, number>;
}

/** PDF, tree → content streams are rewritten; what became an Artifact is no longer in the tree. */
export function markArtifacts(pdf: PdfFile, root: StructureNode): MarkedPages {
  const owners = collectOwners(root);
  const streams = paintedStreams(pdf).map((stream): ReadStream => {
    const bytes = unpack(stream.stream);
    return { stream, bytes, marks: readMarks(bytes, (name) => stream.taggedForms.has(name)) };
  });
  for (const read of streams) noteHeaders(read, owners);
  const dropped = new Set<ContentKid>();
  for (const read of streams) {
    const edits = artifactEdits(read, owners, dropped);
    if (edits.length > 0) replaceContents(read.stream.stream, applyEdits(read.bytes, edits));
  }
  const losers = new Set<PdfRef>();
  drop(root, dropped, losers);
  const bodyTops = streams.flatMap(({ stream: { ref }, marks: { bodyBand } }) =>
    bodyBand === undefined ? [] : [[ref, bodyBand[1]] as const],
  );
  return { losers, bodyTops: new Map(bodyTops) };
}

/** Notes what each header cell shows on this page: its glyphs, wherever they stand. */
function noteHeaders({ stream, bytes, marks }: ReadStream, owners: Owners): void {
  for (const { mcid, end, close, hasText } of marks.sequences) {
    const cell = ownerOf(owners, stream.ref, mcid)?.headerCell;
    if (cell === undefined || !hasText) continue;
    const glyphs = bytes.toString('latin1', end, close).match(/<[\da-f]+>(?= Tj)/gi) ?? [];
    cell.shown.set(stream.ref, (cell.shown.get(stream.ref) ?? '') + glyphs.join(''));
  }
}

function replaceContents(stream: PdfStream, bytes: Buffer): void {
  const packed = deflateSync(bytes, { level: FAST });
  stream.contents = packed;
  stream.dict.set('Length', packed.length);
  stream.dict.set('Filter', new PdfName('FlateDecode'));
}

/** A third of the time of zlib's default, for files that are four per cent longer. */
const FAST = 3;

/** Returns true where the node or something below it lost content. */
function drop(node: StructureNode, dropped: ReadonlySet<ContentKid>, losers: Set<PdfRef>): boolean {
  const kept = node.kids.filter((kid) => kid.kind !== 'content' || !dropped.has(kid));
  let isLoser = kept.length < node.kids.length;
  node.kids = kept;
  for (const kid of kept) if (kid.kind === 'element' && drop(kid, dropped, losers)) isLoser = true;
  if (isLoser && node.source !== undefined) losers.add(node.source);
  return isLoser;
}
