/**
 * A figure: a title, a table or an image, what there is to say about it.
 *
 * In (role `figure`, or `table-wide` for one that needs the whole width; `data.id` is its anchor):
 * a paragraph with the title, its ordinal in a `number` phrase (`:number[Figure 1.] Title`), then
 * perhaps one that is a `measure` phrase, then a table, an image alone in a paragraph, or a list; then
 * paragraphs for the caption and the source, and last what stands behind a chart (`figure-data`).
 * `{paper=wide}` turns the printed page.
 * Out, for a browser: `figure > figcaption + … + p.figure-note`. For our printer `div > p.figure-title`,
 * because Chromium tags `figure` as a figure without alternative text, besides the image inside it.
 */
import type { Element, ElementContent, Nodes } from 'hast';
import type { Image, Paragraph } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import { dataOf, type Region } from '../../../model/tree.ts';
import { walk } from '../../../model/walk.ts';
import type { Context, Handle } from '../context.ts';
import { element } from '../element.ts';
import { type Behind, chart } from '../nodes/image.ts';
import { classOf } from '../nodes/phrase.ts';

export const figure: Handle<Region> = (context, state, node): Element => {
  const isPrinted = context.purpose === 'print';
  const isWide = node.role === 'table-wide' || node.attributes.paper === 'wide';
  const [first, ...rest] = node.children;
  const hasTitle = first?.type === 'paragraph' && !isImage(first);

  const children: ElementContent[] = [];
  if (hasTitle) children.push(title(context, state, first, node));
  const behind = behindOf(node);
  for (const child of hasTitle ? rest : node.children) {
    const drawn = chartIn(child);
    if (drawn === undefined) children.push(...part(state, child, node));
    else children.push(...chart(context, drawn, behind));
  }
  if (hasTitle) nameTables(children);

  return element(
    isPrinted ? 'div' : 'figure',
    {
      className: [
        'figure',
        ...(node.role === 'figure' ? [] : [classOf(node.role)]),
        ...(isWide ? ['wide'] : []),
        ...(node.attributes.paper === 'wide' ? ['turned'] : []),
      ],
    },
    state.wrap(children, true),
  );
};

function title(context: Context, state: State, node: Paragraph, region: Region): Element {
  const id = context.anchorFor(
    { ...node, data: {} },
    `${region.data?.id ?? plainTextOf(node)} title`,
  );
  return element(
    context.purpose === 'print' ? 'p' : 'figcaption',
    { className: ['figure-title'], id },
    state.all(node),
  );
}

function part(state: State, node: Region['children'][number], parent: Region): ElementContent[] {
  if (node.type === 'paragraph') {
    if (isImage(node)) return state.all(node);
    const className = isMeasure(node) ? 'figure-measure' : 'figure-note';
    return [element('p', { className: [className] }, state.all(node))];
  }
  const made = state.one(node, parent) ?? [];
  return Array.isArray(made) ? made : [made];
}

function isImage(paragraph: Paragraph): boolean {
  return paragraph.children.length === 1 && paragraph.children[0]?.type === 'image';
}

function isMeasure({ children: [first, ...rest] }: Paragraph): boolean {
  return rest.length === 0 && first?.type === 'phrase' && first.role === 'measure';
}

function chartIn(node: Region['children'][number]): Image | undefined {
  const [only] = node.type === 'paragraph' && isImage(node) ? node.children : [];
  return only?.type === 'image' && dataOf(only)?.picture?.drawing !== undefined ? only : undefined;
}

/** The region behind a chart: its anchor, and the words of its description. */
function behindOf({ children, data }: Region): Behind {
  const region = children.find((child) => child.type === 'region' && child.role === 'figure-data');
  if (region?.type !== 'region' || data?.id === undefined) return {};
  const id = `${data.id}-data`;
  region.data = { ...region.data, id };
  const words = region.children
    .filter(({ type }) => type !== 'table')
    .map((one) => plainTextOf(one));
  const description = words.join(' ').replace(/\s+/g, ' ').trim();
  return description === '' ? { id } : { id, description };
}

/** Gives every table of a figure the figure's title as its name. */
function nameTables(children: readonly ElementContent[]): void {
  const [head] = children;
  if (head?.type !== 'element') return;
  for (const child of children) {
    walk<Nodes>(child, (inner) => {
      if (inner.type !== 'element' || inner.tagName !== 'table') return;
      inner.properties.ariaLabelledBy = [String(head.properties.id)];
    });
  }
}
