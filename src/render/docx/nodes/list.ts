/** Lists: numbers and bullets are Word's, so that it counts on when somebody adds an item. */
import type { IParagraphOptions } from 'docx';
import type { List, ListItem, RootContent } from 'mdast';
import { dataOf } from '../../../model/tree.ts';
import type { Block, Context, Place } from '../context.ts';
import { spokenBy } from '../inline.ts';
import { definitionFor, hang } from '../numbering.ts';
import { paragraphOf } from '../paragraph.ts';

/** Makes the blocks of an item; handed in, since lists and blocks hold each other. */
type Blocks = (context: Context, nodes: readonly RootContent[], place: Place) => Block[];

type Numbering = Exclude<IParagraphOptions['numbering'], undefined | false>;

/** Style of what goes on below the text of an item. */
const continuing = 'ListContinue';
/** Levels of lists that Word can count. */
const deepest = 8;
/** Styles `List Bullet` to `List Bullet 5`, as Word has them. */
const styledLevels = 5;

/** mdast list → its items, each opening with a numbered paragraph and going on below its text. */
export function list(context: Context, node: List, outer: Place, blocks: Blocks): Block[] {
  const level = Math.min(outer.listDepth, deepest);
  // A list inside of a list is of the style of its level, not of what goes on around it.
  const place = { ...outer, style: outer.style === continuing ? undefined : outer.style };
  const isTakeaways = place.role === 'takeaways' && level === 0;
  const numbering: Numbering = {
    reference: definitionFor(node, isTakeaways, context.theme),
    level,
    instance: context.lists.take(),
    custom: true,
  };
  return node.children.flatMap((item, index) => {
    const anchors = index === 0 ? place.anchors : [];
    return itemOf(context, item, { ...place, anchors }, { node, numbering, isTakeaways, blocks });
  });
}

interface Around {
  readonly node: List;
  readonly numbering: Numbering;
  readonly isTakeaways: boolean;
  readonly blocks: Blocks;
}

function itemOf(context: Context, item: ListItem, outer: Place, around: Around): Block[] {
  const { node, numbering, isTakeaways, blocks } = around;
  const id = dataOf(item)?.id;
  const anchors = id === undefined ? outer.anchors : [...outer.anchors, id];
  const place = { ...outer, voice: spokenBy(item, outer.voice), anchors };
  const [first, ...rest] = item.children;
  const opening = first?.type === 'paragraph' ? first : undefined;
  const below = opening === undefined ? item.children : rest;
  const indent = place.indent + hang;
  const body = blocks(context, below, {
    ...place,
    anchors: [],
    indent,
    listDepth: place.listDepth + 1,
    width: place.width - hang,
    style: place.style ?? (isTakeaways ? undefined : continuing),
  });
  const isOnLevel = indent === hang * (numbering.level + 1);
  const head = paragraphOf(
    context,
    [...stateOf(context, item), ...(opening?.children ?? [])],
    { ...place, voice: spokenBy(opening ?? item, place.voice), indent: 0 },
    {
      style: place.style ?? styleOf(node, numbering.level, isTakeaways),
      numbering,
      ...(isOnLevel ? {} : { indent: { start: indent, hanging: hang } }),
      ...(isTakeaways ? { keepLines: true, keepNext: body.length > 0 } : {}),
    },
  );
  return [head, ...body];
}

/** Items of a task list say their state in words, as there is nothing to tick on paper. */
function stateOf(context: Context, { checked }: ListItem): { type: 'text'; value: string }[] {
  if (typeof checked !== 'boolean') return [];
  return [{ type: 'text', value: `${context.label(checked ? 'done' : 'open')} ` }];
}

function styleOf(node: List, level: number, isTakeaways: boolean): string {
  if (isTakeaways) return 'Takeaway';
  const name = node.ordered === true ? 'ListNumber' : 'ListBullet';
  const number = Math.min(level + 1, styledLevels);
  return number === 1 ? name : `${name}${number}`;
}
