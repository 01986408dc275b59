/**
 * Syntax tree → plain values. Whatever YAML allows but a data file has no use for (tags, merge keys,
 * cycles, names that nothing repeats) is refused here, each with its own advice.
 */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import { unreadable } from '../model/unreadable.ts';
import { nestingLimit } from './nesting.ts';
import { readKey } from './read-key.ts';

/** How much repeated parts (*alias) may unfold into: values, with long texts counted by the line. */
const maxRepeated = 20_000;

/** Characters of a text that weigh as much as one value. */
const charactersPerValue = 100;

/** file, text, tree without syntax errors → value; `undefined` where nothing of it can be used. */
export function readValue(
  file: string,
  text: string,
  document: Document.Parsed<ParsedNode>,
): Outcome<unknown> {
  const reader = new Reader(file, text, document);
  const value = reader.read(document.contents, 0);
  const usable = reader.isFull ? undefined : value;
  return { value: usable, diagnostics: [...reader.diagnostics, ...reader.unusedAnchors()] };
}

/** Walks the tree once; held for one file. */
class Reader {
  readonly diagnostics: Diagnostic[] = [];
  isFull = false;
  readonly #file: string;
  readonly #text: string;
  readonly #document: Document.Parsed<ParsedNode>;
  readonly #open = new Set<Node>();
  readonly #anchored = new Map<Node, string>();
  readonly #repeated = new Set<Node>();
  /** Aliases that are being unfolded, the outermost first. */
  readonly #unfolding: Node[] = [];
  #weight = 0;

  constructor(file: string, text: string, document: Document.Parsed<ParsedNode>) {
    this.#file = file;
    this.#text = text;
    this.#document = document;
  }

  read(node: Node | null, depth: number): unknown {
    if (node === null || this.isFull) return null;
    if (depth > nestingLimit) {
      this.#report(diagnose('yaml-too-deep', { limit: nestingLimit }, this.#at(node)));
      return unreadable;
    }
    if (isAlias(node)) return this.#alias(node, depth);
    this.#weigh(node);
    if (this.isFull) return null;
    this.#checkProperties(node);
    if (isScalar(node)) return node.value;
    this.#open.add(node);
    const value = isMap(node)
      ? this.#map(node, depth)
      : isSeq(node)
        ? this.#seq(node, depth)
        : null;
    this.#open.delete(node);
    return value;
  }

  /** A text that begins with & loses its first word to YAML, unless something repeats it. */
  unusedAnchors(): Diagnostic[] {
    if (this.isFull) return [];
    return [...this.#anchored]
      .filter(([node]) => !this.#repeated.has(node))
      .map(([node, name]) => {
        const end = node.range?.[0] ?? 0;
        const start = this.#text.lastIndexOf(`&${name}`, end);
        const span = { file: this.#file, start, end: start + name.length + 1 };
        return diagnose('yaml-anchor-unused', { name }, { span });
      });
  }

  #alias(node: Node & { readonly source: string }, depth: number): unknown {
    const target = isAlias(node) ? node.resolve(this.#document) : undefined;
    const slots = { alias: node.source };
    if (target !== undefined) this.#repeated.add(target);
    if (target === undefined) {
      this.#report(diagnose('yaml-alias-missing', slots, this.#at(node)));
      return unreadable;
    }
    if (this.#open.has(target)) {
      this.#report(diagnose('yaml-cycle', slots, this.#at(node)));
      return unreadable;
    }
    this.#unfolding.push(node);
    const value = this.read(target, depth + 1);
    this.#unfolding.pop();
    return value;
  }

  #weigh(node: Node): void {
    const [outermost] = this.#unfolding;
    if (outermost === undefined) return;
    const isText = isScalar(node) && typeof node.value === 'string';
    this.#weight += isText ? 1 + String(node.value).length / charactersPerValue : 1;
    if (this.#weight <= maxRepeated) return;
    this.isFull = true;
    this.#report(diagnose('yaml-too-large', {}, this.#at(outermost)));
  }

  #checkProperties(node: Node): void {
    if (this.#unfolding.length > 0) return;
    const { anchor, tag } = node as { readonly anchor?: string; readonly tag?: string };
    if (anchor !== undefined) this.#anchored.set(node, anchor);
    if (tag === undefined) return;
    const end = node.range?.[0] ?? 0;
    const start = this.#text.lastIndexOf('!', Math.max(0, end - 1));
    const bang = this.#text[start - 1] === '!' ? start - 1 : start;
    const typed = /^\S*/.exec(this.#text.slice(bang))?.[0] ?? '';
    const span = { file: this.#file, start: bang, end: bang + typed.length };
    this.#report(diagnose('yaml-tag', { tag: typed }, { span }));
  }

  #seq(node: YAMLSeq, depth: number): unknown[] {
    return node.items.map((item) => this.read(item as Node | null, depth + 1));
  }

  /** A group whose fields cannot be told is unreadable as a whole. */
  #map(node: YAMLMap, depth: number): unknown {
    const result: Record<string, unknown> = {};
    const seen = new Map<string, Span>();
    const doubles: Diagnostic[] = [];
    let isReadable = true;
    for (const pair of node.items) {
      // A parsed pair holds nodes, never bare values.
      const keyNode = pair.key as Node;
      const value = this.read(pair.value as Node | null, depth + 1);
      const span = this.#spanOf(keyNode);
      const { key, problem } = readKey(
        isScalar(keyNode) ? keyNode.value : undefined,
        span,
        this.#text,
      );
      if (problem !== undefined) this.#report(problem);
      if (key === undefined) {
        isReadable = false;
        continue;
      }
      const first = seen.get(key);
      if (first !== undefined) {
        const related = [{ message: 'it stands here first', span: first }];
        doubles.push(diagnose('yaml-duplicate-key', { key }, { span, related }));
        continue;
      }
      seen.set(key, span);
      result[key] = value;
    }
    const [double] = doubles;
    const hint =
      'more fields below stand twice as well: the name of a new record may be missing here';
    if (double !== undefined) this.#report(doubles.length > 1 ? { ...double, hint } : double);
    return isReadable ? result : unreadable;
  }

  #at(node: Node): { readonly span: Span } {
    return { span: this.#spanOf(node) };
  }

  #spanOf(node: Node): Span {
    const [start, end] = node.range ?? [0, 0];
    return { file: this.#file, start, end };
  }

  #report(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }
}
