/** Pictures beside a Markdown file: data URLs become files of their own, and addresses that name them. */
import type { Nodes, Root } from 'mdast';
import { copyTree } from '../../model/copy-tree.ts';
import type { ArtifactPart } from '../../model/document.ts';
import { dataOf } from '../../model/tree.ts';
import { walk } from '../../model/walk.ts';

/** The tree with addresses instead of bytes, and the files that they name. */
export interface WithPictures {
  readonly tree: Root;
  readonly parts: readonly ArtifactPart[];
}

/** tree, name of the Markdown file without its ending → the tree, its pictures in a folder beside it. */
export function partPictures(tree: Root, stem: string): WithPictures {
  const parts = new Map<string, ArtifactPart>();
  const copy = copyTree(tree);
  walk<Nodes>(copy, (node) => {
    if (node.type !== 'image') return undefined;
    const picture = dataOf(node)?.picture;
    const [, mediaType, data] = /^data:([a-z/+]+);base64,(.*)$/.exec(node.url) ?? [];
    if (picture === undefined || mediaType === undefined || data === undefined) return undefined;
    const name = `${stem}.files/${picture.fileName}`;
    parts.set(name, { name, mediaType, bytes: new Uint8Array(Buffer.from(data, 'base64')) });
    // Ids and names of pictures are plain, so no character of the address needs an escape.
    node.url = name;
    delete node.data?.picture;
    return undefined;
  });
  return { tree: copy, parts: [...parts.values()] };
}
