/**
 * Puts the words into the shape: every placeholder in the skeleton is replaced in the tree. Text
 * becomes a text node; Markdown becomes the tree of that field alone, which merges with the line it
 * stands in where it can and follows it where it cannot. Nothing typed is ever parsed twice.
 */
import type { BlockContent, Nodes, Paragraph, Parents, PhrasingContent, Root } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import { copyTree } from '../model/copy-tree.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { literalText } from '../model/literal-brackets.ts';
import { type Memory, noMemory } from '../model/memory.ts';
import type { Outcome } from '../model/outcome.ts';
import { joinPath, placeOf } from '../model/place.ts';
import { fieldTree } from './field-tree.ts';
import { type Content, piecesOf, type Slots } from './slots.ts';

/** skeleton, slots → the whole tree; the skeleton is changed in place. */
export function splice(skeleton: Root, slots: Slots, memory: Memory = noMemory): Outcome<Root> {
  const splicer = new Splicer(slots, memory);
  splicer.children(skeleton, 0);
  return { value: skeleton, diagnostics: splicer.diagnostics };
}

type Markdown = Extract<Content, { type: 'markdown' }>;

class Splicer {
  readonly diagnostics: Diagnostic[] = [];
  readonly #slots: Slots;
  readonly #memory: Memory;
  #fields = 0;
  /** Depth of the last heading that was passed: where a field's own headings go below. */
  #depth = 1;

  constructor(slots: Slots, memory: Memory) {
    this.#slots = slots;
    this.#memory = memory;
  }

  children(parent: Parents, level: number): void {
    const result: Nodes[] = [];
    for (const child of parent.children) {
      if (child.type === 'paragraph') {
        result.push(...this.#paragraph(child));
      } else if (child.type === 'text') {
        result.push(...this.#inline(child.value, parent));
      } else {
        this.#attributes(child);
        if (child.type === 'heading') this.#depth = child.depth;
        if ('children' in child) this.children(child, level + 1);
        result.push(child);
      }
    }
    // Content stays in its category: blocks among blocks, phrasing among phrasing.
    parent.children = result as typeof parent.children;
  }

  /**
   * A paragraph's Markdown fields end it where they hold more than one block: their first paragraph
   * joins what stands before, their last what stands after.
   */
  #paragraph(paragraph: Paragraph): BlockContent[] {
    const blocks: BlockContent[] = [];
    let line: PhrasingContent[] = [];
    const { data, ...unnamed } = paragraph;
    const endLine = () => {
      const trimmed = trimLine(line);
      if (trimmed.length > 0) blocks.push({ ...unnamed, children: trimmed });
      line = [];
    };
    for (const child of paragraph.children) {
      if (child.type !== 'text') {
        this.#attributes(child);
        if ('children' in child) this.children(child, 1);
        line.push(child);
        continue;
      }
      for (const piece of piecesOf(child.value)) {
        if (typeof piece === 'string') {
          line.push({ type: 'text', value: piece });
          continue;
        }
        const content = this.#slots.contentOf(piece);
        if (content.type === 'blocks') {
          endLine();
          blocks.push(...(content.nodes as BlockContent[]));
          continue;
        }
        if (content.type !== 'markdown') {
          line.push(...inlineNodes(content));
          continue;
        }
        const [first, ...rest] = this.#parse(content);
        if (first?.type === 'paragraph') line.push(...first.children);
        else if (first !== undefined) rest.unshift(first);
        const last = rest.at(-1);
        if (rest.length === 0) continue;
        endLine();
        if (last?.type === 'paragraph') {
          blocks.push(...rest.slice(0, -1));
          line.push(...last.children);
        } else {
          blocks.push(...rest);
        }
      }
    }
    endLine();
    // The anchor of the paragraph belongs to the first of what it becomes: no two may have it.
    const [first, ...others] = blocks;
    if (first === undefined || data === undefined) return blocks;
    return [{ ...first, data: { ...first.data, ...data } }, ...others];
  }

  /** Text inside a heading, a table cell, an emphasis: whatever comes here must stay in the line. */
  #inline(text: string, parent: Parents): PhrasingContent[] {
    return piecesOf(text).flatMap((piece): PhrasingContent[] => {
      if (typeof piece === 'string') return [{ type: 'text', value: piece }];
      const content = this.#slots.contentOf(piece);
      if (content.type !== 'markdown') return inlineNodes(content);
      const blocks = this.#parse(content);
      const [only] = blocks;
      if (blocks.length === 1 && only?.type === 'paragraph') return only.children;
      this.#reportBlocks(content, parent);
      return [{ type: 'text', value: blocks.map((block) => plainTextOf(block)).join(' ') }];
    });
  }

  #parse(content: Markdown): BlockContent[] {
    this.#fields += 1;
    const landing = { number: this.#fields, depth: this.#depth };
    return fieldTree(content.value, content.field, landing, this.#memory);
  }

  #reportBlocks({ field }: Markdown, _parent: Parents): void {
    const name = joinPath(field.path);
    const place = placeOf(field.entry, field.path);
    this.diagnostics.push(diagnose('template-block-inside-line', { field: name }, place));
  }

  /** Addresses, codes and attributes are plain strings: only text goes in there. */
  #attributes(node: Nodes): void {
    if (node.type === 'link' || node.type === 'image') {
      node.url = this.#plain(node.url);
      if (node.title) node.title = this.#plain(node.title);
    }
    if (node.type === 'image' && node.alt) node.alt = this.#plain(node.alt);
    if (node.type === 'code' || node.type === 'inlineCode') node.value = this.#plain(node.value);
    if (node.type === 'region' || node.type === 'phrase') {
      for (const [key, value] of Object.entries(node.attributes)) {
        node.attributes[key] = this.#plain(value);
      }
      if (node.data?.id !== undefined) node.data.id = this.#plain(node.data.id);
    }
  }

  #plain(text: string): string {
    return piecesOf(text)
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        const content = this.#slots.contentOf(piece);
        if (content.type === 'text' || content.type === 'markdown') return content.value;
        return plainTextOf({ type: 'root', children: [...content.nodes] as Root['children'] });
      })
      .join('');
  }
}

function inlineNodes(content: Exclude<Content, Markdown>): PhrasingContent[] {
  if (content.type === 'text') {
    const { entry, path } = content.field ?? {};
    const origin = entry && path ? placeOf(entry, path).span : undefined;
    const lines = content.value.split('\n').filter((line) => line.trim() !== '');
    return lines.flatMap((line, index): PhrasingContent[] => [
      ...(index === 0 ? [] : [{ type: 'text' as const, value: ' ' }]),
      {
        type: 'text',
        value: literalText(line),
        ...(origin === undefined ? {} : { data: { origin } }),
      },
    ]);
  }
  if (content.type === 'inline') return content.nodes.map(copyTree);
  return [{ type: 'text', value: content.nodes.map((node) => plainTextOf(node)).join(' ') }];
}

/** A line that opens or ends with blanks would print them. */
function trimLine(line: readonly PhrasingContent[]): PhrasingContent[] {
  const nodes = line.filter((node) => node.type !== 'text' || node.value !== '');
  const [first] = nodes;
  if (first?.type === 'text') nodes[0] = { ...first, value: first.value.trimStart() };
  const last = nodes.at(-1);
  if (last?.type === 'text') nodes[nodes.length - 1] = { ...last, value: last.value.trimEnd() };
  return nodes.filter((node) => node.type !== 'text' || node.value !== '');
}
