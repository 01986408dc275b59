/** Images: only such as are inside the file. */
import type { Image } from 'mdast';
import { diagnose } from '../../../model/diagnostic.ts';
import { dataOf } from '../../../model/tree.ts';
import type { Handle } from '../context.ts';
import { element, text } from '../element.ts';

/** Image types that a browser draws without running anything (an SVG inside `img` runs no script). */
const embedded = /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/;

/**
 * mdast image with a data URL → `img`; any other address is reported (`image-not-embedded`) and the
 * alternative text printed in its place, as a page that fetches is no self-contained file.
 */
export const image: Handle<Image> = (context, _state, node) => {
  if (!embedded.test(node.url)) {
    const span = dataOf(node)?.origin;
    context.report(
      diagnose('image-not-embedded', { address: node.url }, span === undefined ? {} : { span }),
    );
    return text(node.alt ?? '');
  }
  return element('img', { src: node.url, alt: node.alt ?? '' });
};
