/** Checks that every link inside the page leads somewhere, and that no anchor is there twice. */
import type { Element, Nodes, Root } from 'hast';
import { type Diagnostic, diagnose, type Place } from '../../model/diagnostic.ts';
import { walk } from '../../model/walk.ts';

/**
 * root → `anchor-duplicate` for an `id` that two elements have, `anchor-missing` for a link to an `id`
 * that none has. Such a link loses its target and keeps its words, so that the page stays valid.
 */
export function checkAnchors(root: Root): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const anchors = new Set<string>();
  const links: Element[] = [];
  walk<Nodes>(root, (node) => {
    if (node.type !== 'element') return;
    const { id, href } = node.properties;
    if (typeof id === 'string') {
      if (anchors.has(id)) diagnostics.push(diagnose('anchor-duplicate', { anchor: id }, at(node)));
      anchors.add(id);
    }
    if (typeof href === 'string' && href.startsWith('#')) links.push(node);
  });
  for (const link of links) {
    const anchor = decoded(String(link.properties.href).slice(1));
    if (anchors.has(anchor)) continue;
    diagnostics.push(diagnose('anchor-missing', { anchor }, at(link)));
    delete link.properties.href;
  }
  return diagnostics;
}

function at(node: Element): Place {
  return node.data?.origin === undefined ? {} : { span: node.data.origin };
}

/** Browsers look for the anchor as it is written, then percent-decoded. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
