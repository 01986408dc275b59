/** Whose the marked sequences are, as far as it decides whether they stay tagged. */
import type { PdfRef } from '../../../model/pdf/values.ts';
import type { ContentKid, StructureNode } from '../structure/node.ts';

export interface Owner {
  readonly kid: ContentKid;
  /** Type of the element that holds the sequence. */
  readonly type: string;
  readonly isInFigure: boolean;
  /** The cell that it stands in, in a row of headers: the browser prints those on every page. */
  readonly headerCell: HeaderCell | undefined;
}

/** What a header cell shows on each page, in the order of the pages. */
export interface HeaderCell {
  readonly shown: Map<PdfRef, string>;
}

/** By page or form, then by the number of the sequence. */
export type Owners = ReadonlyMap<PdfRef, readonly (Owner | undefined)[]>;

/** Page or form, number of a sequence → its owner, where the tree names one. */
export function ownerOf(owners: Owners, stream: PdfRef, mcid: number): Owner | undefined {
  return owners.get(stream)?.[mcid];
}

/** tree → owners of all sequences that it names. */
export function collectOwners(root: StructureNode): Owners {
  const owners = new Map<PdfRef, Owner[]>();
  const visit = (
    node: StructureNode,
    isInFigure: boolean,
    headerCell: HeaderCell | undefined,
  ): void => {
    const isHeaderRow =
      node.type === 'TR' && node.kids.every((kid) => kid.kind !== 'element' || kid.type === 'TH');
    for (const kid of node.kids) {
      if (kid.kind === 'element') {
        const isFigure = isInFigure || kid.type === 'Figure';
        visit(kid, isFigure, isHeaderRow ? { shown: new Map() } : headerCell);
      } else if (kid.kind === 'content') {
        const stream = kid.form ?? kid.page;
        const known = owners.get(stream) ?? [];
        known[kid.mcid] = { kid, type: node.type, isInFigure, headerCell };
        owners.set(stream, known);
      }
    }
  };
  visit(root, root.type === 'Figure', undefined);
  return owners;
}
