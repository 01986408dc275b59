/**
 * One YAML text → a value and its syntax tree. Whatever YAML allows but a data file has no use for
 * (tags, merge keys, cycles, several documents) is refused here, each with its own advice.
 */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import { nestingLimit, tooDeepAt } from './nesting.ts';

/** Most values that repeated parts (*alias) may unfold into. */
const maxValues = 1_000_000;

export interface ParsedYaml {
  /** Plain objects, arrays and scalars; `undefined` where the text holds nothing usable. */
  readonly value: unknown;
  readonly document: Document.Parsed<ParsedNode> | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** path and text → value and tree. Reports every `yaml-…` code. */
export function parseYaml(file: string, text: string): ParsedYaml {
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    const span = { file, start: deep, end: deep + 1 };
    return nothing([diagnose('yaml-too-deep', { limit: nestingLimit }, { span })]);
  }
  const document = parseDocument(text, {
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
    strict: true,
  });
  const syntax = document.errors.map((error) => explainSyntax(file, text, error));
  const tags = document.warnings.map((warning) => {
    const span = { file, start: warning.pos[0], end: warning.pos[1] };
    return diagnose('yaml-tag', { tag: text.slice(span.start, span.end).trim() }, { span });
  });
  if (syntax.length > 0)
    return { ...nothing([...firstOfEachLine(text, syntax), ...tags]), document };
  const reader = new Reader(file, text, document);
  const value = reader.read(document.contents, 0);
  return { value, document, diagnostics: [...tags, ...reader.diagnostics] };
}

function nothing(diagnostics: readonly Diagnostic[]): ParsedYaml {
  return { value: undefined, document: undefined, diagnostics };
}

/** The parser stumbles on after a mistake; only what it said first of a line helps anybody. */
function firstOfEachLine(text: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<number>();
  return diagnostics.filter(({ code, span }, index) => {
    if (index > 0 && code === 'yaml-syntax' && diagnostics[0]?.code !== 'yaml-syntax') return false;
    const line = text.slice(0, span?.start).split('\n').length;
    if (seen.has(line)) return false;
    seen.add(line);
    return true;
  });
}

/** The library's error → ours, in words for people who have never heard of a scalar. */
function explainSyntax(file: string, text: string, error: YAMLError): Diagnostic {
  const [start, end] = error.pos;
  const span: Span = { file, start, end: Math.max(end, start + 1) };
  const say = (problem: string, hint: string) =>
    diagnose('yaml-syntax', { problem }, { span, hint });
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return diagnose('yaml-tab', {}, { span });
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY': {
      if (/\n[^\n]*:/.test(text.slice(start, end)) && error.code === 'MULTILINE_IMPLICIT_KEY') {
        return say(
          'this line is indented as if it belonged to the text above it',
          'give the line the same indent as its neighbours',
        );
      }
      return diagnose('yaml-colon', {}, { span: { ...span, end: lineEnd(text, start) } });
    }
    case 'MULTIPLE_DOCS':
      return diagnose('yaml-several-documents', {}, { span });
    case 'BAD_INDENT':
      return say(
        'this line does not line up with the others of its list or group',
        'give it the same indent as its neighbours, in spaces',
      );
    case 'MISSING_CHAR':
      return /quote/.test(error.message)
        ? say(
            'a quotation mark that was opened above is never closed',
            'close it, or write " inside a quoted text as \\"',
          )
        : say(
            'a colon or a closing bracket is missing here',
            'write "field: value", with a space after the colon',
          );
    case 'BAD_SCALAR_START':
      return say(
        `a text cannot start with ${text.charAt(start)} unless it is quoted`,
        'put the whole text in quotation marks',
      );
    case 'BAD_DQ_ESCAPE':
      return say(
        'this backslash means nothing inside "…"',
        "write \\\\ for a backslash, or use single quotes '…'",
      );
    case 'UNEXPECTED_TOKEN':
      return say(
        'something stands here that does not belong to the line above it',
        'check the indent, and quotation marks inside a quoted text',
      );
    default:
      return say(lowerFirst(error.message), 'compare with a neighbouring record that works');
  }
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Walks the syntax tree once and makes plain values of it; held for one file. */
class Reader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: string;
  readonly #text: string;
  readonly #document: Document.Parsed<ParsedNode>;
  readonly #open = new Set<Node>();
  #count = 0;
  #isFull = false;

  constructor(file: string, text: string, document: Document.Parsed<ParsedNode>) {
    this.#file = file;
    this.#text = text;
    this.#document = document;
  }

  read(node: Node | null, depth: number): unknown {
    if (node === null || this.#isFull) return null;
    this.#count += 1;
    if (this.#count > maxValues) {
      this.#isFull = true;
      this.#report(diagnose('yaml-too-large', {}, { span: this.#spanOf(node) }));
      return null;
    }
    if (depth > nestingLimit) {
      const span = this.#spanOf(node);
      this.#report(diagnose('yaml-too-deep', { limit: nestingLimit }, { span }));
      return null;
    }
    if (isAlias(node)) {
      const target = node.resolve(this.#document);
      const span = this.#spanOf(node);
      if (target === undefined) {
        this.#report(diagnose('yaml-alias-missing', { alias: node.source }, { span }));
        return null;
      }
      if (this.#open.has(target)) {
        this.#report(diagnose('yaml-cycle', { alias: node.source }, { span }));
        return null;
      }
      return this.read(target, depth + 1);
    }
    if (isScalar(node)) return this.#scalar(node.value, node);
    this.#open.add(node);
    const value = isMap(node)
      ? this.#map(node, depth)
      : isSeq(node)
        ? this.#seq(node, depth)
        : null;
    this.#open.delete(node);
    return value;
  }

  #seq(node: { readonly items: readonly unknown[] }, depth: number): unknown[] {
    return node.items.map((item) => this.read(item as Node | null, depth + 1));
  }

  #map(node: YAMLMap, depth: number): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    const seen = new Map<string, Span>();
    for (const pair of node.items) {
      const keyNode = pair.key as Node;
      const span = this.#spanOf(keyNode);
      const key = this.#key(keyNode, span);
      if (key === undefined) continue;
      const first = seen.get(key);
      if (first !== undefined) {
        const related = [{ message: 'it stands here first', span: first }];
        this.#report(diagnose('yaml-duplicate-key', { key }, { span, related }));
        continue;
      }
      seen.set(key, span);
      result[key] = this.read(pair.value as Node | null, depth + 1);
    }
    return result;
  }

  #key(node: Node, span: Span): string | undefined {
    const raw = isScalar(node) ? node.value : undefined;
    if (raw === null || (typeof raw !== 'string' && typeof raw !== 'number')) {
      this.#report(diagnose('yaml-key-not-text', {}, { span }));
      return undefined;
    }
    const key = String(raw);
    if (key === '<<') {
      this.#report(diagnose('yaml-merge-key', {}, { span }));
      return undefined;
    }
    if (forbiddenKeys.has(key)) {
      this.#report(diagnose('yaml-forbidden-key', { key }, { span }));
      return undefined;
    }
    return key;
  }

  /** Numbers that would lose what was typed are refused; words that other parsers bend are named. */
  #scalar(value: unknown, node: Node): unknown {
    const span = this.#spanOf(node);
    const raw = this.#text.slice(span.start, span.end);
    if (typeof value === 'number' && /^[-+]?\d/.test(raw)) {
      const hasLeadingZero = /^[-+]?0\d/.test(raw);
      const isInexact = /^[-+]?\d+$/.test(raw) && !Number.isSafeInteger(value);
      if (hasLeadingZero || isInexact) {
        const slots = { raw, read: String(value) };
        this.#report(diagnose('yaml-number-inexact', slots, { span }));
      }
    }
    if (typeof value === 'string' && /^(?:y|n|yes|no|on|off)$/i.test(raw)) {
      this.#report(diagnose('yaml-looks-like-boolean', { raw }, { span }));
    }
    return value;
  }

  #spanOf(node: Node): Span {
    const [start, end] = node.range ?? [0, 0];
    return { file: this.#file, start, end };
  }

  #report(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }
}
