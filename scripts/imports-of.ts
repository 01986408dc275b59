/** What a file of TypeScript imports, by a real parser: also types, and also what is loaded by need. */
import { parseSync } from 'rolldown/utils';

/** One import, re-export, `import()` or `import('…')` in a type. */
export interface Import {
  /** As it is written: `./span.ts`, `zod`. */
  readonly specifier: string;
  /** Gone at run time. */
  readonly isType: boolean;
}

/** path (for messages), source text → imports in order. Throws where the text cannot be parsed. */
export function importsOf(path: string, text: string): readonly Import[] {
  const { program, errors } = parseSync(path, text, { lang: 'ts' });
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join()}`);
  const found: Import[] = [];
  visit(program, (node) => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) found.push({ specifier, isType: isTypeOnly(node) });
  });
  return found;
}

/** Nodes that name another module. Source: the ESTree and TypeScript-ESTree specifications. */
const importing = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

type Node = Readonly<Record<string, unknown>>;

function specifierOf({ type, source }: Node): string | undefined {
  if (typeof type !== 'string' || !importing.has(type) || !isNode(source)) return undefined;
  return typeof source.value === 'string' ? source.value : undefined;
}

function isTypeOnly({ type, importKind, exportKind }: Node): boolean {
  return type === 'TSImportType' || importKind === 'type' || exportKind === 'type';
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) visit(each, see);
  } else if (isNode(value)) {
    see(value);
    for (const child of Object.values(value)) visit(child, see);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
