/** One Markdown field → its blocks, ready to stand in the brief: origins, depths and labels set. */
import type { BlockContent, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { copyTree } from '../model/copy-tree.ts';
import { markEscaped } from '../model/literal-brackets.ts';
import { parseMarkdown } from '../model/markdown.ts';
import { type Memory, noMemory } from '../model/memory.ts';
import type { BriefData } from '../model/tree.ts';
import { walk } from '../model/walk.ts';
import type { Field } from './slots.ts';

export interface Landing {
  /** Makes the labels of the field's notes unlike those of every other field. */
  readonly number: number;
  /** Depth of the heading that the field stands below. */
  readonly depth: number;
}

/** Markdown, its field, where it lands → blocks. Every node carries the span it was typed in. */
export function fieldTree(
  markdown: string,
  field: Field,
  landing: Landing,
  memory: Memory = noMemory,
): BlockContent[] {
  const tree = copyTree(memory.once('markdown', markdown, () => parseMarkdown(markdown)));
  const { file, path } = field.entry;
  const whole = [...path, ...field.path];
  const depthOf = nesting(landing.depth);
  walk<Nodes>(tree, (node) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start !== undefined && end !== undefined && node.type !== 'root') {
      const data: BriefData = { ...node.data, origin: file.locateWithin(whole, start, end) };
      node.data = data;
      if (node.type === 'text') node.value = markEscaped(node.value, markdown.slice(start, end));
    }
    delete node.position;
    // Where a line of YAML ends says nothing about the brief.
    if (node.type === 'text') node.value = node.value.replace(/[ \t]*\n[ \t]*/g, ' ');
    if (node.type === 'heading') {
      node.depth = depthOf(node.depth) as typeof node.depth;
    }
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
      node.identifier = `f${landing.number}-${node.identifier}`;
      node.label = node.identifier;
    }
    return undefined;
  });
  inlineDefinitions(tree);
  // A root's children are blocks, once link definitions have been taken out.
  return tree.children as BlockContent[];
}

/** Depth of what stands above → depths as typed, one after the other → depths that skip no level. */
function nesting(above: number): (typed: number) => number {
  const open: number[] = [];
  return (typed) => {
    while ((open.at(-1) ?? 0) >= typed) open.pop();
    open.push(typed);
    return Math.min(6, above + open.length);
  };
}

/** `[text][label]` becomes a plain link: definitions of different fields must not meet. */
function inlineDefinitions(tree: Root): void {
  const urls = new Map<string, { url: string; title?: string | null | undefined }>();
  walk<Nodes>(tree, (node) => {
    if (node.type === 'definition' && !urls.has(node.identifier)) {
      urls.set(node.identifier, { url: node.url, title: node.title });
    }
    return undefined;
  });
  if (urls.size === 0) return;
  visit(tree, (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    if (node.type === 'linkReference') {
      const found = urls.get(node.identifier);
      if (found === undefined) return;
      parent.children[index] = {
        type: 'link',
        url: found.url,
        children: node.children,
        ...(found.title ? { title: found.title } : {}),
        ...(node.data ? { data: node.data } : {}),
      };
    } else if (node.type === 'imageReference') {
      const found = urls.get(node.identifier);
      if (found === undefined) return;
      parent.children[index] = { type: 'image', url: found.url, alt: node.alt ?? '' };
    }
  });
  tree.children = tree.children.filter((node) => node.type !== 'definition');
}
