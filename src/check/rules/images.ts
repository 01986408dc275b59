/** Pictures in prose: on this machine, and described. */
import type { Definition, Image, ImageReference, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isElsewhere } from '../../model/address.ts';
import { type Diagnostic, diagnose, type Place } from '../../model/diagnostic.ts';
import { placeWithin } from '../../model/place.ts';
import { shorten } from '../field-words.ts';
import { type Field, fieldsOf, type RuleContext } from './rule.ts';

/** records → `image-alt-missing`, `image-remote`. */
export function checkImages(context: RuleContext): Diagnostic[] {
  return fieldsOf(context, 'markdown').flatMap((field) =>
    field.leaf.value.includes('![') ? imagesIn(field, context.parse(field.leaf.value)) : [],
  );
}

function imagesIn({ entry, leaf }: Field, tree: Root): Diagnostic[] {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => void definitions.set(node.identifier, node));
  const found: Diagnostic[] = [];
  visit(tree, (node) => {
    if (node.type !== 'image' && node.type !== 'imageReference') return;
    const url = node.type === 'image' ? node.url : (definitions.get(node.identifier)?.url ?? '');
    const start = node.position?.start.offset ?? 0;
    const place = placeWithin(entry, leaf.path, start, node.position?.end.offset ?? start);
    found.push(...judge(node, url, place));
  });
  return found;
}

function judge({ alt }: Image | ImageReference, url: string, place: Place): Diagnostic[] {
  const slots = { url: shorten(url) };
  const undescribed = alt?.trim() ? [] : [diagnose('image-alt-missing', slots, place)];
  return isElsewhere(url) ? [diagnose('image-remote', slots, place), ...undescribed] : undescribed;
}
