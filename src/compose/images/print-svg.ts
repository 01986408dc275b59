/** A drawing as the text of a file: what stands in data URLs and beside Markdown. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** SVG as hast → well-formed XML with its namespace. */
export function printSvg(svg: Element): string {
  const properties = { xmlns: 'http://www.w3.org/2000/svg', ...svg.properties };
  return toHtml({ ...svg, properties }, { space: 'svg', closeEmptyElements: true });
}
