/** Markdown fields: markup that does nothing, blocks left open, notes and links without a partner. */
import type { FootnoteDefinition, FootnoteReference, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { leavesOfType } from '../../model/entries.ts';
import { parseMarkdown } from '../../model/markdown.ts';
import { placeWithin } from '../../model/place.ts';
import type { Checked, Entry, Leaf } from '../../model/stages.ts';

/** records → `markup-inert`, `markdown-…`, `image-alt-missing`. */
export function checkProse({ records }: Checked): Diagnostic[] {
  const inText = leavesOfType(records, 'text').flatMap(({ entry, leaf }) =>
    inertMarkup(entry, leaf),
  );
  const inMarkdown = leavesOfType(records, 'markdown').flatMap(({ entry, leaf }) => {
    const tree = parseMarkdown(leaf.value);
    const field = { entry, leaf };
    return [
      ...inertTags(field, tree),
      ...openFences(field, tree),
      ...notes(field, tree),
      ...images(field, tree),
    ];
  });
  return [...inText, ...inMarkdown];
}

interface Field {
  readonly entry: Entry;
  readonly leaf: Leaf;
}

/** What a browser would take for a tag, or a character reference. */
const tag = /<\/?[a-z][^>]*>|<!--|&(?:#\d+|#x[0-9a-f]+|[a-z]+);/gi;

function inertMarkup(entry: Entry, leaf: Leaf): Diagnostic[] {
  if (!/[<&]/.test(leaf.value)) return [];
  return [...leaf.value.matchAll(tag)].map(([found], index) => {
    const start = leaf.value.indexOf(found, index);
    return diagnose(
      'markup-inert',
      { tag: shorten(found) },
      placeWithin(entry, leaf.path, start, start + found.length),
    );
  });
}

function inertTags({ entry, leaf }: Field, tree: Root): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(tree, 'text', (node) => {
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? from;
    const raw = leaf.value.slice(from, to);
    for (const match of raw.matchAll(/<\/?[a-z][^>]*>|<!--/gi)) {
      const start = from + match.index;
      const place = placeWithin(entry, leaf.path, start, start + match[0].length);
      found.push(diagnose('markup-inert', { tag: shorten(match[0]) }, place));
    }
  });
  return found;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** A fenced block that runs to the end of its field without a closing line. */
function openFences({ entry, leaf }: Field, tree: Root): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(tree, 'code', (node) => {
    const from = node.position?.start.offset ?? 0;
    const raw = leaf.value.slice(from, node.position?.end.offset ?? from);
    const fence = /^(`{3,}|~{3,})/.exec(raw)?.[1];
    if (fence === undefined) return;
    const lines = raw.trimEnd().split('\n');
    const last =
      lines
        .at(-1)
        ?.trim()
        .replace(/^(?:> ?)+/, '') ?? '';
    if (lines.length > 1 && last.startsWith(fence) && /^(`+|~+)$/.test(last)) return;
    const place = placeWithin(entry, leaf.path, from, from + fence.length);
    found.push(diagnose('markdown-fence-open', {}, place));
  });
  return found;
}

/** Notes: every marker has one text, every text has a marker. */
function notes({ entry, leaf }: Field, tree: Root): Diagnostic[] {
  if (!leaf.value.includes('[')) return [];
  const found: Diagnostic[] = [];
  const used = new Set<string>();
  const defined = new Map<string, FootnoteDefinition>();
  const at = (node: Nodes, length: number) => {
    const start = node.position?.start.offset ?? 0;
    return placeWithin(entry, leaf.path, start, start + length);
  };
  visit(tree, 'footnoteReference', (node: FootnoteReference) => void used.add(node.identifier));
  visit(tree, 'footnoteDefinition', (node: FootnoteDefinition) => {
    const label = node.label ?? node.identifier;
    if (defined.has(node.identifier)) {
      found.push(diagnose('markdown-note-twice', { label }, at(node, label.length + 3)));
    }
    defined.set(node.identifier, node);
  });
  for (const [identifier, node] of defined) {
    const label = node.label ?? identifier;
    if (!used.has(identifier)) {
      found.push(diagnose('markdown-note-unused', { label }, at(node, label.length + 3)));
    }
  }
  visit(tree, 'text', (node) => {
    const from = node.position?.start.offset ?? 0;
    const raw = leaf.value.slice(from, node.position?.end.offset ?? from);
    for (const match of raw.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)) {
      const start = from + match.index;
      const place = placeWithin(entry, leaf.path, start, start + match[0].length);
      found.push(diagnose('markdown-note-missing', { label: match[1] ?? '' }, place));
    }
    for (const match of raw.matchAll(/(?<!\\)\[([^\][@^][^\][]*)\]\[([^\][]*)\]/g)) {
      const start = from + match.index;
      const place = placeWithin(entry, leaf.path, start, start + match[0].length);
      found.push(diagnose('markdown-link-missing', { label: match[1] ?? '' }, place));
    }
  });
  return found;
}

function images({ entry, leaf }: Field, tree: Root): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(tree, 'image', (node) => {
    if (node.alt?.trim()) return;
    const start = node.position?.start.offset ?? 0;
    const place = placeWithin(entry, leaf.path, start, node.position?.end.offset ?? start);
    found.push(diagnose('image-alt-missing', { url: node.url }, place));
  });
  return found;
}
