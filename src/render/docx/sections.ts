/** The sheets of a Word file: upright, and turned for what is too wide. */
import { type ISectionOptions, PageOrientation, Paragraph, SectionType, Table } from 'docx';
import type { Root, RootContent, Table as TableNode } from 'mdast';
import { blocks } from './blocks.ts';
import type { Block, Context, Place } from './context.ts';
import { runningLines } from './running-lines.ts';
import type { Sheet } from './theme.ts';

/** From this many columns on a table needs the long side of the sheet, as on the printed page. */
const turnedColumns = 16;

/** context, tree, place of the body → sections in order; most briefs have one. */
export function sectionsOf(context: Context, tree: Root, place: Place): ISectionOptions[] {
  const groups: { isTurned: boolean; nodes: RootContent[] }[] = [];
  for (const node of tree.children) {
    const isTurned = needsTurning(node);
    const last = groups.at(-1);
    if (last?.isTurned === isTurned) last.nodes.push(node);
    else groups.push({ isTurned, nodes: [node] });
  }
  const sections = groups.map(({ isTurned, nodes }) => {
    const width = isTurned ? turnedWidth(context.theme.sheet) : place.width;
    const children = apart(blocks(context, nodes, { ...place, width }));
    return { isTurned, width, children };
  });
  return sections
    .filter(({ children }) => children.length > 0)
    .map(({ isTurned, width, children }, index) => ({
      ...runningLines(context, width),
      properties: {
        titlePage: index === 0,
        type: SectionType.NEXT_PAGE,
        page: pageOf(context.theme.sheet, isTurned),
      },
      children,
    }));
}

function needsTurning(node: RootContent): boolean {
  if (node.type === 'table') return columnsOf(node) >= turnedColumns;
  if (node.type !== 'region') return false;
  return (
    node.attributes.paper === 'wide' ||
    node.children.some((child) => child.type === 'table' && columnsOf(child) >= turnedColumns)
  );
}

function columnsOf(table: TableNode): number {
  return Math.max(...table.children.map((row) => row.children.length));
}

/** The sheet's height less the same margins at its sides. */
function turnedWidth({ height, margin }: Sheet): number {
  return height - 2 * margin.side;
}

function pageOf({ width, height, margin }: Sheet, isTurned: boolean) {
  const { top, bottom, side } = margin;
  return {
    // The library swaps width and height of a turned sheet itself.
    size: {
      width,
      height,
      orientation: isTurned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { top, bottom, left: side, right: side, header: 567, footer: 510 },
  };
}

/** Word joins two tables that touch, and wants a paragraph at the end. */
function apart(made: readonly Block[]): Block[] {
  return made.flatMap((block, index) => {
    const next = made[index + 1];
    const isExposed = block instanceof Table && (next === undefined || next instanceof Table);
    return isExposed ? [block, new Paragraph({ style: 'Spacer' })] : [block];
  });
}
