/**
 * Leaves exactly one alternative text a figure: the Figure that Chromium makes of `<figure>` around
 * the picture's own becomes a Div, and so does one around a table or a text.
 * Source: ISO 14289-1, 7.3.
 */
import { eachElement, type StructureNode } from './node.ts';

/** The tree is changed. */
export function repairFigures(root: StructureNode): void {
  eachElement(root, (node) => {
    if (node.type !== 'Figure' || !hasElements(node)) return;
    if (!node.texts.has('Alt') || holdsFigure(node)) {
      node.type = 'Div';
      node.texts.delete('Alt');
    }
  });
}

function hasElements(node: StructureNode): boolean {
  return node.kids.some((kid) => kid.kind === 'element' && kid.type !== 'NonStruct');
}

function holdsFigure(node: StructureNode): boolean {
  return node.kids.some(
    (kid) => kid.kind === 'element' && (kid.type === 'Figure' || holdsFigure(kid)),
  );
}
