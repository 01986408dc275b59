/** Opens a page as a stranger would, and reads once what all the rules look at. */
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

export interface HtmlView {
  readonly text: string;
  readonly root: Root;
  /** Every element, in order of the page; those of templates are left out, as no reader meets them. */
  readonly elements: readonly Element[];
  readonly ids: ReadonlySet<string>;
}

/** Bytes → what the rules need. Throws where they are not HTML in UTF-8. */
export function openHtml(bytes: Uint8Array): HtmlView {
  const text = textOf(bytes);
  if (!/<[a-z!]/i.test(text)) throw new Error('it holds no tags');
  const root = fromHtml(withoutFonts(text));
  const elements: Element[] = [];
  visit(root, 'element', (element) => {
    elements.push(element);
  });
  const ids = new Set(elements.flatMap(({ properties: { id } }) => (id ? [String(id)] : [])));
  return { text, root, elements, ids };
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('it is not in UTF-8');
  }
}

/** Fonts and photographs are most of a page's bytes, and nothing of them is looked at. */
function withoutFonts(text: string): string {
  return text.replace(/(data:[a-z0-9.+-]+\/[a-z0-9.+-]+;base64,)[A-Za-z0-9+/=]{64,}/gi, '$1AA==');
}

/** node → its text, as it would be read aloud, on one line. */
export function plain(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(plain).join('') : '';
}

/** element, name of an attribute as HTML writes it → its value as text; undefined where it is not there. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  if (value === true) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}
