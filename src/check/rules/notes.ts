/** Notes and reference links: every marker has one text, every text has a marker. */
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { type Diagnostic, diagnose, type Place } from '../../model/diagnostic.ts';
import { placeWithin } from '../../model/place.ts';
import { type Field, fieldsOf, type RuleContext } from './rule.ts';

/** records → `markdown-note-…`, `markdown-link-missing`. */
export function checkNotes(context: RuleContext): Diagnostic[] {
  return fieldsOf(context, 'markdown').flatMap((field) => {
    if (!/\[\^|\^\[|\]\[/.test(field.leaf.value)) return [];
    const tree = context.parse(field.leaf.value);
    return [...uselessNotes(field, tree), ...unansweredMarkers(field, tree)];
  });
}

function uselessNotes(field: Field, tree: Root): Diagnostic[] {
  const used = new Set<string>();
  const defined = new Set<string>();
  const found: Diagnostic[] = [];
  visit(tree, 'footnoteReference', ({ identifier }) => void used.add(identifier));
  visit(tree, 'footnoteDefinition', (node) => {
    const label = node.label ?? node.identifier;
    const place = placeAt(field, offsetOf(node), `[^${label}]`.length);
    if (defined.has(node.identifier)) found.push(diagnose('markdown-note-twice', { label }, place));
    else if (!used.has(node.identifier)) {
      found.push(diagnose('markdown-note-unused', { label }, place));
    }
    defined.add(node.identifier);
  });
  return found;
}

/** The parser makes a note or a link of a marker only where its text exists; the rest stays text. */
function unansweredMarkers(field: Field, tree: Root): Diagnostic[] {
  const { value } = field.leaf;
  const found: Diagnostic[] = [];
  visit(tree, 'text', (node) => {
    const from = offsetOf(node);
    const raw = value.slice(from, node.position?.end.offset ?? from);
    for (const { 0: whole, 1: label = '', index } of raw.matchAll(noteMarker)) {
      const place = placeAt(field, from + index, whole.length);
      found.push(diagnose('markdown-note-missing', { label }, place));
    }
    for (const { 0: whole, index } of raw.matchAll(inlineNote)) {
      found.push(diagnose('markdown-note-inline', {}, placeAt(field, from + index, whole.length)));
    }
    for (const { 0: whole, 1: label = '', index } of raw.matchAll(referenceLink)) {
      const place = placeAt(field, from + index, whole.length);
      found.push(diagnose('markdown-link-missing', { label }, place));
    }
  });
  return found;
}

const noteMarker = /(?<!\\)\[\^([^\]\s]+)\]/g;

/** Pandoc's `^[…]`, which CommonMark does not know. */
const inlineNote = /(?<![\\[])\^\[[^\]]*\]?/g;

const referenceLink = /(?<!\\)\[([^\][@^][^\][]*)\]\[([^\][]*)\]/g;

function offsetOf({ position }: Nodes): number {
  return position?.start.offset ?? 0;
}

function placeAt({ entry, leaf }: Field, start: number, length: number): Place {
  return placeWithin(entry, leaf.path, start, start + length);
}
