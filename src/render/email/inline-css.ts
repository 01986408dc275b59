/** Writes rules into elements, and takes away the classes that no rule of the head names any more. */
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import juice from 'juice/client';
import { walk } from '../../model/walk.ts';

/** A page with one `style` element → the same, every rule outside of `@media` in the elements. */
export function inlineCss(html: string): string {
  const inlined = juice(html, {
    applyStyleTags: true,
    removeStyleTags: true,
    preserveMediaQueries: true,
    // Widths that rules give are right as they are; attributes would freeze them.
    applyWidthAttributes: false,
    applyHeightAttributes: false,
  });
  const tree = fromHtml(inlined);
  const named = classesIn(inlined);
  walk<Nodes>(tree, (node) => {
    if (node.type !== 'element' || !Array.isArray(node.properties.className)) return;
    const kept = node.properties.className.filter((name) => named.has(String(name)));
    if (kept.length > 0) node.properties.className = kept;
    else delete node.properties.className;
  });
  return toHtml(tree, { closeSelfClosing: false });
}

/** Names of the classes in the rules that are left. */
function classesIn(html: string): ReadonlySet<string> {
  const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css);
  return new Set([...styles.join('\n').matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name));
}
