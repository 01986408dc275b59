/** What the tests of citations share: Markdown and sources in, lines of text out. */
import { readFile } from 'node:fs/promises';
import type { Nodes, Root } from 'mdast';
import { type Cited, citeSources } from '../../../src/compose/citations/cite-sources.ts';
import type { Source } from '../../../src/compose/citations/csl-item.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { parseMarkdown } from '../../../src/model/markdown.ts';
import type { Region } from '../../../src/model/tree.ts';

export interface CiteSetting {
  readonly style?: string;
  readonly lang?: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly alsoCited?: readonly string[];
  /** Regions at the end of the tree; default: notes and references. */
  readonly regions?: readonly string[];
}

export interface CiteResult extends Cited {
  readonly tree: Root;
  readonly diagnostics: readonly Diagnostic[];
}

/** Cites a brief of one Markdown field. */
export async function cite(markdown: string, setting: CiteSetting): Promise<CiteResult> {
  const tree = parseMarkdown(markdown);
  tree.children.push(...(setting.regions ?? ['notes', 'references']).map(region));
  const outcome = await citeSources(tree, {
    style: setting.style ?? 'notes',
    lang: setting.lang ?? 'en-GB',
    sources: new Map(Object.entries(setting.sources)),
    ...(setting.alsoCited === undefined ? {} : { alsoCited: setting.alsoCited }),
    readShipped: (path) => readFile(path, 'utf8'),
  });
  return { ...outcome.value, tree, diagnostics: outcome.diagnostics };
}

/** A region with nothing but its heading. */
export function region(role: string): Region {
  const children = [{ type: 'text' as const, value: role }];
  const heading = { type: 'heading' as const, depth: 2 as const, children };
  return { type: 'region', role, attributes: {}, children: [heading] };
}

/** A node as text: `_emphasis_`, `<link>`, `^1` for a marker; ways back are left out. */
export function show(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'emphasis':
      return `_${node.children.map(show).join('')}_`;
    case 'link':
      return `<${node.children.map(show).join('')}>`;
    case 'footnoteReference':
      return `^${node.label}`;
    case 'phrase':
      return node.role === 'backlinks' ? '' : node.children.map(show).join('');
    default:
      return 'children' in node ? node.children.map(show).join('').trimEnd() : '';
  }
}

/** The ways back of an entry, as text. */
export function showBack(node: Nodes): string {
  if (node.type === 'phrase' && node.role === 'backlinks') {
    return node.children.map((child) => show(child)).join('');
  }
  return 'children' in node ? node.children.map(showBack).join('') : '';
}
