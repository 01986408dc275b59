/** Links: only such as a reader may follow safely. */
import type { Link } from 'mdast';
import { diagnose } from '../../../model/diagnostic.ts';
import { dataOf } from '../../../model/tree.ts';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';

/**
 * mdast link → `a`; a target that is neither an anchor nor http, https or mailto is dropped and
 * reported (`link-target-refused`), its text stays. The checks of the data refuse such targets with a
 * better message; this is the last fence.
 */
export const link: Handle<Link> = (context, state, node) => {
  const children = state.all(node);
  if (!isSafe(node.url)) {
    const span = dataOf(node)?.origin;
    context.report(
      diagnose('link-target-refused', { target: node.url }, span === undefined ? {} : { span }),
    );
    return children;
  }
  return element('a', { href: node.url, ...(node.title ? { title: node.title } : {}) }, children);
};

/** `#anchor`, or an absolute URL of a harmless scheme as the URL parser of browsers reads it. */
function isSafe(url: string): boolean {
  if (url.startsWith('#')) return url.length > 1;
  if (!URL.canParse(url)) return false;
  return ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol);
}
