/**
 * The text that a template printed → the tree of the brief's shape. Directives belong to templates:
 * `:::takeaways` becomes a region, `:marking[…]` a phrase, `:anchor{#id}` names what it stands in.
 */
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { briefMarkdown } from '../model/markdown.ts';
import { type Memory, noMemory } from '../model/memory.ts';
import { readPlainMarkdown } from '../model/plain-markdown.ts';
import type { BriefData, Phrase, Region } from '../model/tree.ts';
import { walk } from '../model/walk.ts';
import { fold } from './fold.ts';
import { parseShape } from './shape.ts';

const parser = unified().use(remarkParse).use(briefMarkdown).use(remarkDirective).freeze();

/**
 * template text, placeholders in it, what remembers shapes → tree with regions and phrases,
 * placeholders still in it. The tree is the caller's own.
 */
export function parseSkeleton(text: string, shapes: Memory = noMemory): Root {
  return parseFolded(text, shapes) ?? parseShape(text, shapes, parseWhole);
}

/** The same text in one piece, as the parser reads it. */
export function parseWhole(text: string): Root {
  const plain = directive.test(text) ? undefined : readPlainMarkdown(text);
  const tree = plain ?? parser.parse(text);
  delete tree.position;
  convert(tree);
  return tree;
}

/** A colon that may open one. */
const directive = /:(?! )/;

/** Directive by directive; undefined where that might give something else than the whole. */
function parseFolded(text: string, shapes: Memory): Root | undefined {
  const folded = fold(text);
  if (folded === undefined) return undefined;
  const tree = parseShape(folded.outline, shapes, parseWhole);
  const regions = regionsIn(tree);
  if (regions.length !== folded.bodies.length) return undefined;
  for (const [index, body] of folded.bodies.entries()) {
    const held = parseFolded(body, shapes);
    const region = regions[index];
    if (held === undefined || region === undefined || region.children.length > 0) return undefined;
    region.children = held.children;
  }
  return tree;
}

function regionsIn(tree: Root): readonly Region[] {
  const regions: Region[] = [];
  walk<Nodes>(tree, (node) => {
    if (node.type === 'region') regions.push(node);
  });
  return regions;
}

function convert(parent: Parents): void {
  const children: Nodes[] = [];
  for (const child of parent.children) {
    delete child.position;
    if ('children' in child) convert(child);
    if (child.type === 'textDirective' && child.name === 'anchor') anchor(parent, child);
    else children.push(...replacement(child));
  }
  // A directive becomes a node of the same content category, so the parent may hold it.
  parent.children = children as typeof parent.children;
}

function replacement(node: Nodes): Nodes[] {
  if (node.type === 'containerDirective' || node.type === 'leafDirective') return [toRegion(node)];
  if (node.type === 'textDirective') return [toPhrase(node)];
  return [node];
}

function toRegion(node: ContainerDirective | LeafDirective): Region {
  const { id, attributes } = attributesOf(node);
  return {
    type: 'region',
    role: node.name,
    attributes,
    children: node.type === 'containerDirective' ? node.children : [],
    ...(id === undefined ? {} : { data: { id } }),
  };
}

function toPhrase(node: TextDirective): Phrase {
  const { id, attributes } = attributesOf(node);
  return {
    type: 'phrase',
    role: node.name,
    attributes,
    children: node.children as PhrasingContent[],
    ...(id === undefined ? {} : { data: { id } }),
  };
}

function attributesOf(node: ContainerDirective | LeafDirective | TextDirective) {
  const { id, ...rest } = node.attributes ?? {};
  const attributes = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, value ?? '']),
  );
  return { id: id ?? undefined, attributes };
}

/** `1. :anchor{#takeaway-1} **Lead.**` names the list item; in a heading, the heading. */
function anchor(paragraphOrHeading: Parents, node: TextDirective): void {
  const { id, attributes } = attributesOf(node);
  const data: BriefData = { ...paragraphOrHeading.data };
  if (id !== undefined) data.id = id;
  if (attributes.record !== undefined) data.record = attributes.record;
  paragraphOrHeading.data = data;
}

/** Moves an anchor from a list item's first paragraph to the item itself. */
export function liftAnchors(tree: Root): void {
  lift(tree);
}

function lift(parent: Parents): void {
  for (const child of parent.children) if ('children' in child) lift(child);
  const [first] = parent.children;
  if (parent.type !== 'listItem' || first?.type !== 'paragraph') return;
  const data = first.data as BriefData | undefined;
  if (data?.id === undefined && data?.record === undefined) return;
  parent.data = { ...parent.data, ...data };
  delete first.data;
  const [text] = first.children;
  if (text?.type === 'text') text.value = text.value.trimStart();
}
