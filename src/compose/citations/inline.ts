/** What the engine printed → nodes of the tree: emphasis, links, phrases; never a trace of markup. */
import type { PhrasingContent } from 'mdast';
import { addressProblem } from '../../model/address.ts';
import { directionOfText } from '../../model/direction.ts';
import type { Phrase } from '../../model/tree.ts';
import { type Mark, type Marked, type Part, plainText } from './marked.ts';
import type { Language } from './title-language.ts';

export interface InlineOptions {
  readonly languageOf: (id: string, part: Part) => Language | undefined;
  /** False inside of a link, which may hold no other. */
  readonly mayLink: boolean;
}

/** Longest address that is printed whole, in UTF-16 units; of a longer one the host stays. */
const longestAddress = 60;

/** Stretches → nodes; neighbouring texts become one. */
export function toInline(marked: readonly Marked[], options: InlineOptions): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const node of marked.flatMap((each) => convert(each, options))) {
    const last = nodes.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else nodes.push(node);
  }
  return nodes;
}

function convert(marked: Marked, options: InlineOptions): PhrasingContent[] {
  if (typeof marked === 'string') return [{ type: 'text', value: marked }];
  const children = toInline(marked.children, options);
  switch (marked.kind) {
    case 'italic':
      return [{ type: 'emphasis', children }];
    case 'bold':
      return [{ type: 'strong', children }];
    case 'upright':
    case 'small-caps':
    case 'sup':
    case 'sub':
      return [phrase(marked.kind, children)];
    case 'link':
      return link(marked, options);
    case 'title':
    case 'original-title':
    case 'container-title': {
      const language = options.languageOf(marked.about, marked.kind);
      return language === undefined ? children : [{ ...phrase('title', children), data: language }];
    }
    case 'field': {
      // A name in the other direction, and the date behind it, keep to themselves.
      const other = options.languageOf(marked.about, marked.kind);
      const isOther =
        other?.dir !== undefined && other.dir === directionOfText(plainText(marked.children));
      return isOther ? [{ ...phrase('name', children), data: other }] : children;
    }
  }
}

function phrase(role: string, children: PhrasingContent[]): Phrase {
  return { type: 'phrase', role, attributes: {}, children };
}

/** An anchor of the document, or an address outside, shown so that its host can be read. */
function link({ about, children }: Mark, options: InlineOptions): PhrasingContent[] {
  const isAnchor = about.startsWith('#');
  const inside = toInline(children, { ...options, mayLink: false });
  if (!options.mayLink || (!isAnchor && addressProblem(about) !== undefined)) return inside;
  if (isAnchor) return [{ type: 'link', url: about, children: inside }];
  const text = plainText(children);
  const value = text.includes('//') ? shownAddress(about) : text;
  return [{ type: 'link', url: about, children: [{ type: 'text', value }] }];
}

/** `https://www.example.org/a/` → `www.example.org/a`; a long one → `www.example.org/…`. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, pathname, search, hash } = new URL(address);
  const whole = `${host}${pathname}${search}${hash}`.replace(/\/$/, '');
  return whole.length <= longestAddress ? whole : `${host}/…`;
}
