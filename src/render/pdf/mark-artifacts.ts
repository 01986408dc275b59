/**
 * Marks what belongs to no element as Artifact: running headers and footers, which Chromium leaves
 * without any mark, and rules, borders and backgrounds, which it tags as if they were text.
 * Source: ISO 14289-1, 7.1 and 7.8; ISO 32000-1, 14.8.2.2 (artifacts) and table 330.
 */

import { deflateSync } from 'node:zlib';
import {
  type PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { dictionaryAt, entry, listAt, unpack } from '../../model/pdf/objects.ts';
import {
  joinRuns,
  type MarkedSequence,
  readMarks,
  type StreamMarks,
  type UnmarkedRun,
} from './read-marks.ts';
import type { ContentKid, StructureNode } from './structure/node.ts';

/**
 * PDF, tree → content streams are rewritten; what became an Artifact is no longer in the tree. Returns
 * the elements that lost content that way, by the objects they were read from.
 */
export function markArtifacts(pdf: PDFDocument, root: StructureNode): ReadonlySet<PDFRef> {
  const owners = new Map<string, Owner>();
  collectOwners(root, false, owners);
  const dropped = new Set<ContentKid>();
  for (const page of pdf.getPages()) {
    const heightPt = page.getHeight();
    for (const stream of streamsOf(pdf, page.node, page.ref)) {
      const bytes = unpack(stream.stream);
      const marks = readMarks(bytes, (name) => stream.taggedForms.has(name));
      const labels = splitLabels(marks, stream.key, owners);
      const numbers = new Set(labels.map(({ after }) => after));
      const runs = joinRuns(marks.unmarked.filter((run) => !numbers.has(run)));
      const edits = [
        ...runs.flatMap((run) => wrap(run, marks, stream.isPage ? heightPt : undefined)),
        ...labels.flatMap((label) => widen(bytes, label)),
        ...decorations(marks, stream.key, owners, dropped),
      ];
      if (edits.length > 0) replaceContents(stream.stream, applyEdits(bytes, edits));
    }
  }
  const losers = new Set<PDFRef>();
  drop(root, dropped, losers);
  return losers;
}

interface Owner {
  readonly kid: ContentKid;
  /** Type of the element that holds the content. */
  readonly type: string;
  readonly isInFigure: boolean;
}

interface Stream {
  readonly key: string;
  readonly isPage: boolean;
  readonly stream: PDFRawStream;
  /** Names, in this stream's resources, of forms with marks of their own. */
  readonly taggedForms: ReadonlySet<string>;
}

interface Edit {
  readonly at: number;
  /** How many bytes the text stands in place of. */
  readonly length: number;
  readonly text: string;
}

function collectOwners(node: StructureNode, isInFigure: boolean, owners: Map<string, Owner>): void {
  const isFigure = isInFigure || node.type === 'Figure';
  for (const kid of node.kids) {
    if (kid.kind === 'element') collectOwners(kid, isFigure, owners);
    else if (kid.kind === 'content')
      owners.set(`${(kid.form ?? kid.page).tag} ${kid.mcid}`, {
        kid,
        type: node.type,
        isInFigure: isFigure,
      });
  }
}

/** The contents of a page, and of every form painted on it that has marks of its own. */
function streamsOf(pdf: PDFDocument, page: PDFDict, ref: PDFRef): Stream[] {
  const streams: Stream[] = [];
  const add = (key: PDFRef, stream: PDFRawStream, resources: PDFDict | undefined): void => {
    const forms = taggedForms(pdf, resources);
    const isPage = key === ref;
    streams.push({ key: key.tag, isPage, stream, taggedForms: new Set(forms.keys()) });
    for (const [form, formRef] of forms.values())
      if (!streams.some((known) => known.key === formRef.tag))
        add(formRef, form, dictionaryAt(form.dict, 'Resources'));
  };
  // Chromium writes one content stream a page.
  const [contents] = listAt(page, 'Contents').map((value) => pdf.context.lookup(value));
  if (contents instanceof PDFRawStream) add(ref, contents, dictionaryAt(page, 'Resources'));
  return streams;
}

function taggedForms(
  pdf: PDFDocument,
  resources: PDFDict | undefined,
): ReadonlyMap<string, readonly [PDFRawStream, PDFRef]> {
  const forms = new Map<string, readonly [PDFRawStream, PDFRef]>();
  const xObjects = resources === undefined ? undefined : dictionaryAt(resources, 'XObject');
  for (const [name, value] of xObjects?.entries() ?? []) {
    const form = pdf.context.lookup(value);
    if (!(value instanceof PDFRef) || !(form instanceof PDFRawStream)) continue;
    if (entry(form.dict, 'StructParents') instanceof PDFNumber)
      forms.set(name.asString().slice(1), [form, value]);
  }
  return forms;
}

function wrap(run: UnmarkedRun, marks: StreamMarks, heightPt: number | undefined): Edit[] {
  return [
    {
      at: run.start,
      length: 0,
      text: `/Artifact ${artifactProperties(run, marks, heightPt)} BDC\n`,
    },
    { at: run.end, length: 0, text: '\nEMC' },
  ];
}

/** Text outside the body of a page is a running header or footer; all else is layout. */
function artifactProperties(
  run: UnmarkedRun,
  marks: StreamMarks,
  heightPt: number | undefined,
): string {
  if (run.y === undefined || heightPt === undefined) return layout;
  const [bottom, top] = marks.bodyBand ?? [heightPt * 0.1, heightPt * 0.9];
  if (run.y > top) return '<</Type /Pagination /Subtype /Header>>';
  if (run.y < bottom) return '<</Type /Pagination /Subtype /Footer>>';
  return layout;
}

const layout = '<</Type /Layout>>';

/**
 * Labels of list items of which Chromium has tagged the last part only: of a marker made of a number
 * and a space, the space.
 */
function splitLabels(
  marks: StreamMarks,
  key: string,
  owners: ReadonlyMap<string, Owner>,
): readonly (MarkedSequence & { readonly after: UnmarkedRun })[] {
  const [bottom, top] = marks.bodyBand ?? [0, 0];
  return marks.sequences.flatMap((sequence) => {
    const { after, mcid } = sequence;
    if (after?.y === undefined || owners.get(`${key} ${mcid}`)?.type !== 'Lbl') return [];
    // A running header may stand before the first item of a page.
    return after.y > bottom && after.y < top ? [{ ...sequence, after }] : [];
  });
}

/** The mark of a label opens before the number, too. */
function widen(
  bytes: Buffer,
  { start, end, after }: MarkedSequence & { readonly after: UnmarkedRun },
): Edit[] {
  return [
    { at: after.start, length: 0, text: `${bytes.toString('latin1', start, end)}\n` },
    { at: start, length: end - start, text: '' },
  ];
}

/** Tagged painting without text, outside every figure, says nothing: a rule, a border, a fill. */
function decorations(
  marks: StreamMarks,
  key: string,
  owners: ReadonlyMap<string, Owner>,
  dropped: Set<ContentKid>,
): Edit[] {
  return marks.sequences.flatMap((sequence) => {
    const owner = owners.get(`${key} ${sequence.mcid}`);
    if (sequence.hasText || owner?.isInFigure === true) return [];
    if (owner !== undefined) dropped.add(owner.kid);
    const { start, end } = sequence;
    return [{ at: start, length: end - start, text: `/Artifact ${layout} BDC` }];
  });
}

function applyEdits(bytes: Buffer, edits: readonly Edit[]): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (const { at, length, text } of [...edits].sort((a, b) => a.at - b.at)) {
    parts.push(bytes.subarray(from, at), Buffer.from(text, 'latin1'));
    from = at + length;
  }
  parts.push(bytes.subarray(from));
  return Buffer.concat(parts);
}

function replaceContents(stream: PDFRawStream, bytes: Buffer): void {
  const packed = deflateSync(bytes);
  stream.updateContents(packed);
  stream.dict.set(PDFName.of('Length'), PDFNumber.of(packed.length));
  stream.dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
}

/** Returns true where the node or something below it lost content. */
function drop(node: StructureNode, dropped: ReadonlySet<ContentKid>, losers: Set<PDFRef>): boolean {
  const kept = node.kids.filter((kid) => kid.kind !== 'content' || !dropped.has(kid));
  let isLoser = kept.length < node.kids.length;
  node.kids = kept;
  for (const kid of kept) if (kid.kind === 'element' && drop(kid, dropped, losers)) isLoser = true;
  if (isLoser && node.source !== undefined) losers.add(node.source);
  return isLoser;
}
