/** One YAML text → a value whose parts can be found again, or what its author should mend. */
import { type Document, type ParsedNode, parseDocument } from 'yaml';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { explainSyntax } from './explain-syntax.ts';
import { findInTree } from './find-in-tree.ts';
import type { Find } from './locate.ts';
import { indentTooDeepAt, nestingLimit, tooDeepAt } from './nesting.ts';
import { findInPlain } from './plain-yaml/find-in-plain.ts';
import { readPlainYaml } from './plain-yaml/read-plain-yaml.ts';
import { readValue } from './read-value.ts';

export interface ParsedYaml {
  /** Plain objects, arrays and scalars; `undefined` where the text holds nothing usable. */
  readonly value: unknown;
  /** Finds the parts of the value in the text. */
  readonly find: Find | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** path and text → value and finder. Reports every `yaml-…` code. */
export function parseYaml(file: string, text: string): ParsedYaml {
  // The quick reader gives up long before its brackets are too deep.
  const plain = indentTooDeepAt(text) === undefined ? readPlainYaml(text) : undefined;
  if (plain !== undefined) return { value: plain.value, find: findInPlain(plain), diagnostics: [] };
  const deep = tooDeepAt(text);
  if (deep !== undefined) return nothing([tooDeep(file, deep)]);
  const directive = /^%.*/.exec(text)?.[0];
  if (directive !== undefined) {
    const span = { file, start: 0, end: directive.length };
    return nothing([diagnose('yaml-directive', {}, { span })]);
  }
  const document = parse(text);
  if (document === undefined) return nothing([tooDeep(file, 0)]);
  if (document.errors.length > 0) return nothing(explainSyntax(file, text, document));
  const { value, diagnostics } = readValue(file, text, document);
  return { value, find: findInTree(document), diagnostics };
}

/** The parser recurses; what gets past `tooDeepAt` in disguise ends here. */
function parse(text: string): Document.Parsed<ParsedNode> | undefined {
  try {
    return parseDocument(text, {
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'error',
      strict: true,
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function tooDeep(file: string, offset: number): Diagnostic {
  const span = { file, start: offset, end: offset + 1 };
  return diagnose('yaml-too-deep', { limit: nestingLimit }, { span });
}

function nothing(diagnostics: readonly Diagnostic[]): ParsedYaml {
  return { value: undefined, find: undefined, diagnostics };
}
