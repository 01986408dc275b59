/** Links: to a bookmark of the file, or to an address that a reader may follow safely. */
import { ExternalHyperlink, InternalHyperlink } from 'docx';
import type { Link, PhrasingContent } from 'mdast';
import { diagnose } from '../../../model/diagnostic.ts';
import { dataOf } from '../../../model/tree.ts';
import type { Context, Inline, Voice } from '../context.ts';

/** Makes the words of a link; handed in, since links and words hold each other. */
type Words = (context: Context, nodes: readonly PhrasingContent[], voice: Voice) => Inline[];

/** Style of a link within the file, and of one that leads out of it. */
const inner = 'CrossReference';
const outer = 'Hyperlink';

/** Schemes that a brief may lead to, as on the HTML page. */
const safeSchemes: readonly string[] = ['http:', 'https:', 'mailto:'];

/**
 * mdast link → hyperlink in the style of hyperlinks. A place that this file leaves out keeps its
 * words alone; any other target is dropped and reported (`link-target-refused`).
 */
export function link(context: Context, node: Link, voice: Voice, words: Words): Inline[] {
  const plain = () => words(context, node.children, voice);
  if (voice.isLink === true) return plain();
  const linked = (style: string) =>
    words(context, node.children, { ...voice, style, isLink: true });
  if (node.url.startsWith('#')) {
    const anchor = context.bookmarks.get(decodeAnchor(node.url.slice(1)));
    return anchor === undefined
      ? plain()
      : [new InternalHyperlink({ anchor, children: linked(inner) })];
  }
  if (!isSafe(node.url)) {
    const span = dataOf(node)?.origin;
    const place = span === undefined ? {} : { span };
    context.report(diagnose('link-target-refused', { target: node.url }, place));
    return plain();
  }
  return [new ExternalHyperlink({ link: new URL(node.url).href, children: linked(outer) })];
}

function isSafe(url: string): boolean {
  return URL.canParse(url) && safeSchemes.includes(new URL(url).protocol);
}

function decodeAnchor(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
