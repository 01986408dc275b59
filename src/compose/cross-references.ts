/**
 * Links to ids. `[](#fig-takedowns)` prints "Figure 1" and leads there; `[](#purge-2019.channels)`
 * prints that finding's value. A link that leads nowhere in this document keeps its words.
 */
import type { Link, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { factOf, formatFact } from '../model/fact.ts';
import type { Entry } from '../model/stages.ts';
import { targetOf } from '../model/targets.ts';
import { dataOf } from '../model/tree.ts';
import { walk } from '../model/walk.ts';
import { say, type ViewContext } from './view/context.ts';
import { figureAnchor, figureOrder } from './view/figures.ts';
import { placedTakeaways, takeawayAnchor } from './view/takeaways.ts';

/** Fills and aims every internal link of the tree, in place. */
export function resolveLinks(tree: Root, context: ViewContext): void {
  const anchors = anchorsIn(tree);
  const names = namesOf(context);
  replaceLinks(tree, (node) => {
    // Entries of the references are made later, by the citator.
    if (!node.url.startsWith('#') || node.url.startsWith('#ref-')) return [node];
    const target = decodeURIComponent(node.url.slice(1));
    if (anchors.has(target) && node.children.length > 0) return [node];
    return resolved(node, target, anchors, names, context);
  });
}

/** Puts what a link becomes in its place. A link stands among phrasing, so its parent takes any of it. */
function replaceLinks(parent: Parents, become: (node: Link) => PhrasingContent[]): void {
  for (const child of parent.children) if ('children' in child) replaceLinks(child, become);
  if (!parent.children.some(({ type }) => type === 'link')) return;
  const children = (parent.children as Nodes[]).flatMap((child): Nodes[] =>
    child.type === 'link' ? become(child) : [child],
  );
  parent.children = children as typeof parent.children;
}

/** What a figure or a takeaway is called in the text, and where it stands. */
interface Name {
  readonly text: string;
  readonly anchor: string;
}

function namesOf(context: ViewContext): ReadonlyMap<string, Name> {
  const figures = figureOrder(context).map((id, index): [string, Name] => [
    id,
    { text: say(context, 'figureNumber', { number: index + 1 }), anchor: figureAnchor(id) },
  ]);
  const takeaways = placedTakeaways(context).flatMap((placed): [string, Name][] => {
    if (placed.id === undefined) return [];
    const text = say(context, 'takeawayNumber', { number: placed.number });
    return [[placed.id, { text, anchor: takeawayAnchor(placed) }]];
  });
  return new Map([...takeaways, ...figures]);
}

function resolved(
  node: Link,
  target: string,
  anchors: ReadonlySet<string>,
  names: ReadonlyMap<string, Name>,
  context: ViewContext,
): PhrasingContent[] {
  const dot = target.indexOf('.');
  const id = dot === -1 ? target : target.slice(0, dot);
  const property = dot === -1 ? undefined : target.slice(dot + 1);
  const name = names.get(id);
  const own = node.children.length > 0 ? node.children : undefined;
  if (name !== undefined) {
    const children = own ?? [{ type: 'text' as const, value: name.text }];
    if (!anchors.has(name.anchor)) return children;
    return [{ ...node, url: `#${name.anchor}`, children }];
  }
  const entry = targetOf(context.records, id);
  if (entry === undefined) return own ?? [];
  if (entry.kind === 'finding')
    return own ?? value(node, entry as Entry<'finding'>, property, context);
  const anchor = `${entry.kind}-${id}`;
  const children = own ?? [{ type: 'text' as const, value: id }];
  return anchors.has(anchor) ? [{ ...node, url: `#${anchor}`, children }] : children;
}

function value(
  node: Link,
  finding: Entry<'finding'>,
  property: string | undefined,
  { lang }: ViewContext,
): PhrasingContent[] {
  const fact = factOf(finding, property);
  if (fact === undefined) return [];
  const children: PhrasingContent[] = [{ type: 'text', value: formatFact(fact, lang) }];
  const data = { ...node.data, record: `finding/${finding.id}` };
  return [{ type: 'phrase', role: 'fact', attributes: {}, children, data }];
}

function anchorsIn(tree: Root): ReadonlySet<string> {
  const anchors = new Set<string>();
  walk<Nodes>(tree, (node) => {
    const id = dataOf(node)?.id;
    if (id !== undefined) anchors.add(id);
    return undefined;
  });
  return anchors;
}
