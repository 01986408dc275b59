/** A few numbers, large: a small table of two columns, the number and what it says. */
import {
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { dataOf, type Region } from '../../../model/tree.ts';
import type { Block, Context, Place } from '../context.ts';
import { spokenBy } from '../inline.ts';
import { paragraphOf } from '../paragraph.ts';

type Blocks = (context: Context, nodes: readonly RootContent[], place: Place) => Block[];

/** Part of the width that numbers take. */
const valueShare = 0.3;

/** mdast region `key-figures` → heading and table; a list of another shape stays one. */
export function keyFigures(context: Context, node: Region, place: Place, blocks: Blocks): Block[] {
  return node.children.flatMap((child, index) => {
    const here = { ...place, anchors: index === 0 ? place.anchors : [] };
    if (child.type !== 'list' || !child.children.every(hasValue)) {
      return blocks(context, [child], here);
    }
    return [tableOf(context, child, here), new Paragraph({ style: 'Spacer' })];
  });
}

function hasValue(item: ListItem): boolean {
  return item.children.length === 1 && partsOf(item) !== undefined;
}

interface Parts {
  readonly value: PhrasingContent;
  readonly says: readonly PhrasingContent[];
}

/** The number, and the words around it without the blanks at their edges. */
function partsOf({ children: [only] }: ListItem): Parts | undefined {
  if (only?.type !== 'paragraph') return undefined;
  const at = only.children.findIndex((one) => one.type === 'phrase' && one.role === 'value');
  const value = only.children[at];
  if (value === undefined) return undefined;
  const [first, ...rest] = only.children.toSpliced(at, 1);
  if (first?.type !== 'text') return { value, says: first === undefined ? [] : [first, ...rest] };
  return { value, says: [{ ...first, value: first.value.trimStart() }, ...rest] };
}

function tableOf(context: Context, list: List, place: Place): Table {
  const valueWidth = Math.round(place.width * valueShare);
  return new Table({
    style: 'BriefTable',
    width: { size: place.width, type: WidthType.DXA },
    columnWidths: [valueWidth, place.width - valueWidth],
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: place.voice.dir === 'rtl',
    tableLook: { firstRow: false, firstColumn: true, noHBand: true, noVBand: true },
    rows: list.children.map((item, index) => {
      const id = dataOf(item)?.id;
      const own = id === undefined ? [] : [id];
      const anchors = index === 0 ? [...place.anchors, ...own] : own;
      // A few rows, in one piece: a page never parts them.
      const keepNext = index < list.children.length - 1;
      return rowOf(context, item, { ...place, indent: 0, anchors, keepNext });
    }),
  });
}

function rowOf(context: Context, item: ListItem, place: Place): TableRow {
  const parts = partsOf(item);
  const here = { ...place, voice: spokenBy(item, place.voice) };
  const cell = (words: readonly PhrasingContent[], where: Place) =>
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      children: [paragraphOf(context, words, where)],
    });
  return new TableRow({
    cantSplit: true,
    children: [
      cell(parts === undefined ? [] : [parts.value], { ...here, style: 'KeyFigure' }),
      cell(parts?.says ?? [], { ...here, anchors: [], style: 'TableText' }),
    ],
  });
}
