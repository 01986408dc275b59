/** The two smallest builders of hast nodes. */
import type { Element, ElementContent, Properties, Text } from 'hast';

/** tag name, properties in hast's spelling, children → element. */
export function element(
  tagName: string,
  properties: Properties = {},
  children: readonly ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

/** string → text node; `hast-util-to-html` escapes it when it is printed. */
export function text(value: string): Text {
  return { type: 'text', value };
}

/** True when an element carries a class. */
export function hasClass(node: ElementContent, name: string): node is Element {
  if (node.type !== 'element') return false;
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(name);
}

/** True for white space between blocks. */
export function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
