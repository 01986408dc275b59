/** Links and images by reference are the same as direct ones, fences included. */
import type { ImageReference, LinkReference } from 'mdast';
import type { Handle } from '../context.ts';
import { image } from './image.ts';
import { link } from './link.ts';

/** `[text][label]` → what `[text](url)` becomes; without a definition, the text alone. */
export const linkReference: Handle<LinkReference> = (context, state, node, parent) => {
  const definition = state.definitionById.get(node.identifier.toUpperCase());
  if (definition === undefined) return state.all(node);
  const { url, title } = definition;
  return link(context, state, { ...node, type: 'link', url, title: title ?? null }, parent);
};

/** `![alt][label]` → what `![alt](url)` becomes. */
export const imageReference: Handle<ImageReference> = (context, state, node, parent) => {
  const definition = state.definitionById.get(node.identifier.toUpperCase());
  const url = definition?.url ?? '';
  return image(context, state, { ...node, type: 'image', url }, parent);
};
