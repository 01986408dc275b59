/** Images: only such as are inside the file. Charts are drawn in the page itself. */
import type { Element } from 'hast';
import type { Image } from 'mdast';
import { copyTree } from '../../../model/copy-tree.ts';
import { diagnose } from '../../../model/diagnostic.ts';
import { dataOf, type Picture } from '../../../model/tree.ts';
import { scaleType } from '../../scale-type.ts';
import type { Context, Handle } from '../context.ts';
import { element, text } from '../element.ts';

/** Image types that a browser draws without running anything (an SVG inside `img` runs no script). */
const embedded = /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/;

/**
 * mdast image with a data URL → `img`, or `svg` for a chart; any other address is reported
 * (`image-not-embedded`) and the alternative text printed in its place, as a page that fetches is no
 * self-contained file.
 */
export const image: Handle<Image> = (context, _state, node) => {
  const picture = dataOf(node)?.picture;
  if (picture?.drawing !== undefined) return chart(context, node);
  if (!embedded.test(node.url)) {
    const span = dataOf(node)?.origin;
    context.report(
      diagnose('image-not-embedded', { address: node.url }, span === undefined ? {} : { span }),
    );
    return text(node.alt ?? '');
  }
  return element('img', { src: node.url, alt: node.alt ?? '', ...sizeOf(picture) });
};

/** What stands behind a chart for those who cannot see it. */
export interface Behind {
  /** The long description as plain text, for a medium that has no place of its own for it. */
  readonly description?: string | undefined;
  /** Id of the element that has the description and the data. */
  readonly id?: string | undefined;
}

/**
 * image with a drawing → the drawing, its words as words, so that it takes the colours and fonts of the
 * page. A screen gets both widths and shows one; paper gets the wide one, with the description in its
 * alternative text, as a PDF has no other place for it.
 */
export function chart(context: Context, node: Image, behind: Behind = {}): Element[] {
  const drawing = dataOf(node)?.picture?.drawing;
  if (drawing === undefined) return [];
  const alt = node.alt ?? '';
  if (context.purpose === 'print') {
    const spoken = [alt, ...(behind.description === undefined ? [] : [behind.description])];
    return [named(context, drawing.wide, 'chart-wide', { ariaLabel: spoken.join(' ') })];
  }
  const names = { ariaLabel: alt, ...(behind.id === undefined ? {} : { ariaDetails: behind.id }) };
  return [
    named(context, drawing.wide, 'chart-wide', names),
    named(context, drawing.narrow, 'chart-narrow', names),
  ];
}

function named(
  { labelScale }: Context,
  svg: Element,
  className: string,
  names: Element['properties'],
): Element {
  const copy = copyTree(svg);
  scaleType(copy, labelScale);
  // The width is the page's to give, and so are the fonts; what is seen has one name, said once.
  const {
    width: _width,
    height: _height,
    fontFamily: _fontFamily,
    ...properties
  } = copy.properties;
  return {
    ...copy,
    properties: { ...properties, className: ['chart', className], role: 'img', ...names },
  };
}

/** The room that a picture takes, known before it is decoded. */
function sizeOf(picture: Picture | undefined): { width?: number; height?: number } {
  const { widthPx, heightPx } = picture ?? {};
  if (widthPx === undefined) return {};
  return heightPx === undefined ? { width: widthPx } : { width: widthPx, height: heightPx };
}
