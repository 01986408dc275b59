/** Words of a drawing, set smaller where the office's font for labels runs wider than was reckoned with. */
import type { Element, Nodes } from 'hast';
import { walk } from '../model/walk.ts';

/** SVG, factor → the drawing itself, its sizes of type changed in place; they are in pixels. */
export function scaleType(svg: Element, factor: number): void {
  if (factor === 1) return;
  walk<Nodes>(svg, (node) => {
    if (node.type !== 'element' || node.properties.fontSize === undefined) return;
    node.properties.fontSize = scaled(String(node.properties.fontSize), factor);
  });
}

/** The same for a drawing that is text. */
export function withScaledType(svg: string, factor: number): string {
  if (factor === 1) return svg;
  return svg.replace(/\bfont-size="([\d.]+(?:px)?)"/g, (_, size: string) => {
    return `font-size="${scaled(size, factor)}"`;
  });
}

function scaled(size: string, factor: number): string {
  return `${Math.round(Number.parseFloat(size) * factor * 100) / 100}px`;
}
