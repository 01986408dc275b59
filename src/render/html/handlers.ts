/**
 * The table of node types: ours and those that we want otherwise than `mdast-util-to-hast` makes
 * them. A new node type is one file in `nodes/` and one row here.
 */
import type { Nodes, Parents } from 'mdast';
import { defaultHandlers, type Handler, type Handlers, type State } from 'mdast-util-to-hast';
import type { Context, Handle } from './context.ts';
import { footnoteDefinition, footnoteReference } from './nodes/footnote-reference.ts';
import { heading } from './nodes/heading.ts';
import { image } from './nodes/image.ts';
import { link } from './nodes/link.ts';
import { listItem } from './nodes/list-item.ts';
import { phrase } from './nodes/phrase.ts';
import { imageReference, linkReference } from './nodes/reference.ts';
import { region } from './nodes/region.ts';
import { table } from './nodes/table.ts';
import { htmlNode, textNode } from './nodes/text.ts';
import { withData } from './with-data.ts';

/** context → one handler a node type, each of which also carries over anchor, language and direction. */
export function handlersFor(context: Context): Handlers {
  const bind =
    <N extends Nodes>(handle: Handle<N>): Handler =>
    (state: State, node: N, parent: Parents | undefined) =>
      handle(context, state, node, parent);

  const handlers: Record<string, Handler> = {
    // The library types the handler of a root more narrowly; no root stands inside a tree.
    ...(defaultHandlers as Record<string, Handler>),
    footnoteDefinition: bind(footnoteDefinition),
    footnoteReference: bind(footnoteReference),
    heading: bind(heading),
    html: bind(htmlNode),
    image: bind(image),
    imageReference: bind(imageReference),
    link: bind(link),
    linkReference: bind(linkReference),
    listItem: bind(listItem),
    phrase: bind(phrase),
    region: bind(region),
    table: bind(table),
    text: bind(textNode),
  };
  const entries = Object.entries(handlers).map(([type, handler]) => [type, carrying(handler)]);
  return Object.fromEntries(entries) as Handlers;
}

function carrying(handler: Handler): Handler {
  return (state, node: Nodes, parent) => {
    const made = handler(state, node, parent);
    return made !== undefined && !Array.isArray(made) && made.type === 'element'
      ? withData(node, made)
      : made;
  };
}
