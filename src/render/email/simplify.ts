/**
 * hast for a page → hast for a mail. Programs for mail drop anchors and know few elements, so what leads
 * around inside the page goes, and sections become plain blocks.
 */
import type { Element, ElementContent, Properties } from 'hast';
import { roomPx } from './pictures.ts';

/** What a mail takes along: a picture of the body, and the name that the body calls it by. */
export interface Enclosed {
  readonly cid: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Data URL, name for a file → address of the picture in the mail (`cid:…`). */
export type Enclose = (dataUrl: string) => string;

const blocks: ReadonlySet<string> = new Set([
  'section',
  'header',
  'footer',
  'nav',
  'figure',
  'figcaption',
]);
/** Attributes that mean something in a mail. */
const kept: ReadonlySet<string> = new Set([
  'className',
  'lang',
  'dir',
  'href',
  'src',
  'alt',
  'scope',
  'start',
  'translate',
  'dateTime',
]);

/** elements, what encloses pictures → new elements. */
export function simplified(
  nodes: readonly ElementContent[],
  enclose: Enclose,
): readonly ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node];
    return node.type === 'element' ? elementOf(node, enclose) : [];
  });
}

function elementOf(node: Element, enclose: Enclose): ElementContent[] {
  const { tagName } = node;
  if (hasClass(node, 'way-back') || hasClass(node, 'anchor')) return [];
  const children = [...simplified(node.children, enclose)];
  const isInside = tagName === 'a' && String(node.properties.href ?? '').startsWith('#');
  if (isInside) return children;
  const properties = propertiesOf(node.properties);
  if (tagName === 'img') {
    const src = enclose(String(properties.src ?? ''));
    const { width } = node.properties;
    const room = typeof width === 'number' ? { width: Math.min(width, roomPx) } : {};
    const shown = { ...properties, ...room, src, className: ['picture'] };
    return [{ ...node, properties: shown, children: [] }];
  }
  if (tagName === 'table') {
    const layout = { cellPadding: '0', cellSpacing: '0', border: '0', width: '100%' };
    const density = hasClass(node, 'dense') ? ['dense'] : [];
    const className = ['data', ...density];
    return [{ ...node, properties: { ...properties, ...layout, className }, children }];
  }
  return [{ ...node, tagName: blocks.has(tagName) ? 'div' : tagName, properties, children }];
}

function propertiesOf(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => kept.has(name)));
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
