/** The composed tree → one that Markdown can say: no regions, no phrases, notes at the end. */
import type { FootnoteDefinition, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import type { Phrase, Region } from '../../model/tree.ts';

/** tree → a new tree of standard nodes. Parsing what is printed from it gives the same tree again. */
export function plainTree(tree: Root): Root {
  const notes: FootnoteDefinition[] = [];
  const children = titleFirst(tree.children).flatMap((node) => blocks(node, notes));
  return { type: 'root', children: [...children, ...notes] };
}

/** Readers of plain text want the title in the first line; the publisher's name follows it. */
function titleFirst(children: readonly RootContent[]): RootContent[] {
  return children.map((node) => {
    if (node.type !== 'region' || node.role !== 'masthead') return node;
    const at = node.children.findIndex((child) => child.type === 'heading');
    const title = node.children[at];
    if (title === undefined) return node;
    return { ...node, children: [title, ...node.children.toSpliced(at, 1)] };
  });
}

/**
 * Evidence on demand needs a screen; the notes have a place of their own here. Behind a chart only its
 * data are wanted: who reads Markdown has the words of the description in them.
 */
const leftOut = new Set(['evidence-on-demand', 'notes']);
const tablesOnly = new Set(['figure-data']);

function blocks(node: RootContent, notes: FootnoteDefinition[]): RootContent[] {
  if (node.type === 'region') return region(node, notes);
  if (node.type === 'footnoteDefinition') {
    notes.push({
      ...plain(node),
      children: node.children.flatMap((child) =>
        blocks(child, notes),
      ) as FootnoteDefinition['children'],
    });
    return [];
  }
  if (node.type === 'heading') {
    // A heading is strong as it is.
    const children = tidy(node.children.flatMap(phrasing).flatMap(withoutStrong));
    return children.length === 0 ? [] : [{ ...plain(node), children }];
  }
  if (node.type === 'paragraph') {
    const children = tidy(node.children.flatMap(phrasing));
    return children.length === 0 ? [] : [{ ...plain(node), children }];
  }
  // A fence without a language is a guess for every reader of the file.
  if (node.type === 'code') return [{ ...plain(node), lang: node.lang ?? 'text' }];
  if (!('children' in node)) return [plain(node)];
  const parent = plain(node);
  const children = (node.children as Nodes[]).flatMap((child) => nested(child, notes));
  // Every child was replaced by nodes of its own category.
  return [{ ...parent, children } as RootContent];
}

function nested(node: Nodes, notes: FootnoteDefinition[]): Nodes[] {
  if (node.type === 'tableCell') {
    return [{ ...plain(node), children: tidy(node.children.flatMap(phrasing)) }];
  }
  return blocks(node as RootContent, notes);
}

function region(node: Region, notes: FootnoteDefinition[]): RootContent[] {
  const shown = tablesOnly.has(node.role)
    ? node.children.filter(({ type }) => type === 'table')
    : node.children;
  const inside = shown.flatMap((child) => blocks(child, notes));
  return leftOut.has(node.role) ? [] : inside;
}

function phrasing(node: PhrasingContent): PhrasingContent[] {
  switch (node.type) {
    case 'phrase':
      return phrase(node);
    case 'link': {
      const children = tidy(node.children.flatMap(phrasing));
      // Anchors are the HTML's; a forge makes its own, and a dead link is worse than none.
      return node.url.startsWith('#') ? children : [{ ...plain(node), children }];
    }
    case 'emphasis':
    case 'strong':
    case 'delete': {
      const children = tidy(node.children.flatMap(phrasing));
      return children.length === 0 ? [] : [{ ...plain(node), children }];
    }
    default:
      return [plain(node)];
  }
}

function withoutStrong(node: PhrasingContent): PhrasingContent[] {
  return node.type === 'strong' ? node.children : [node];
}

/** What a role looks like without styles. */
function phrase(node: Phrase): PhrasingContent[] {
  const children = node.children.flatMap(phrasing);
  switch (node.role) {
    case 'number':
    case 'value':
    case 'likelihood':
    case 'confidence':
    case 'marking':
      return [{ type: 'strong', children }];
    case 'foreign':
    case 'direction':
      return [{ type: 'emphasis', children }];
    case 'backlinks':
      // Ways back lead to anchors, which only a page has.
      return [];
    case 'grade':
      return [{ type: 'text', value: '(' }, ...children, { type: 'text', value: ')' }];
    default:
      return children;
  }
}

/** Neighbouring texts become one, and blanks at the edges go: Markdown cannot say either. */
function tidy(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      merged[merged.length - 1] = { type: 'text', value: last.value + node.value };
    } else if (node.type === 'strong' && last?.type === 'strong') {
      merged[merged.length - 1] = { ...last, children: tidy([...last.children, ...node.children]) };
    } else {
      merged.push(node);
    }
  }
  const [first] = merged;
  if (first?.type === 'text') merged[0] = { ...first, value: first.value.trimStart() };
  const last = merged.at(-1);
  if (last?.type === 'text') {
    merged[merged.length - 1] = { ...last, value: last.value.trimEnd() };
  }
  return merged.filter((node) => node.type !== 'text' || node.value !== '');
}

/** The node without our data: nothing of it is printed, and nothing of it may be. */
function plain<N extends Nodes>(node: N): N {
  const { data: _data, position: _position, ...rest } = node;
  // Only optional fields were taken away.
  return rest as N;
}
