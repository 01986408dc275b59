/** Whose the marked sequences are, as far as it decides whether they stay tagged. */
import type { ContentKid, StructureNode } from '../structure/node.ts';

export interface Owner {
  readonly kid: ContentKid;
  /** Type of the element that holds the sequence. */
  readonly type: string;
  readonly isInFigure: boolean;
  /** The cell that it stands in, in a row of headers: the browser prints those on every page. */
  readonly headerCell: HeaderCell | undefined;
}

/** What a header cell shows on each page, by the page's tag, in the order of the pages. */
export interface HeaderCell {
  readonly shown: Map<string, string>;
}

export type Owners = ReadonlyMap<string, Owner>;

/** Page or form, number of a sequence → the key that its owner is found by. */
export function ownerKey(stream: string, mcid: number): string {
  return `${stream} ${mcid}`;
}

/** tree → owners of all sequences that it names. */
export function collectOwners(root: StructureNode): Owners {
  const owners = new Map<string, Owner>();
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
        const key = ownerKey((kid.form ?? kid.page).tag, kid.mcid);
        owners.set(key, { kid, type: node.type, isInFigure, headerCell });
      }
    }
  };
  visit(root, root.type === 'Figure', undefined);
  return owners;
}
