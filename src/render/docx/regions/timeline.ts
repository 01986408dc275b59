/** Dated events: the date hangs in front, the event stands beside it. */
import { Tab, TextRun } from 'docx';
import type { ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import { dataOf, type Region } from '../../../model/tree.ts';
import type { Block, Context, Place } from '../context.ts';
import { inline, spokenBy } from '../inline.ts';
import { paragraphFrom } from '../paragraph.ts';
import { timelineHang } from '../styles/measures.ts';

type Blocks = (context: Context, nodes: readonly RootContent[], place: Place) => Block[];

/** mdast region `timeline` → its events in the style `Timeline`; a list of another shape stays one. */
export function timeline(context: Context, node: Region, place: Place, blocks: Blocks): Block[] {
  return node.children.flatMap((child, index) => {
    const here = { ...place, anchors: index === 0 ? place.anchors : [] };
    if (child.type !== 'list' || !child.children.every(isEvent)) {
      return blocks(context, [child], here);
    }
    const hang = hangFor(child.children);
    return child.children.flatMap((item, at) => {
      const anchors = at === 0 ? here.anchors : [];
      return event(context, item, { place: { ...here, anchors }, hang }, blocks);
    });
  });
}

function isEvent(item: ListItem): boolean {
  return partsOf(item) !== undefined;
}

interface Parts {
  readonly opening: Paragraph;
  readonly date: PhrasingContent;
  readonly words: readonly PhrasingContent[];
}

function partsOf({ children: [opening] }: ListItem): Parts | undefined {
  if (opening?.type !== 'paragraph') return undefined;
  const at = opening.children.findIndex((one) => one.type !== 'text' || one.value.trim() !== '');
  const date = opening.children[at];
  if (date?.type !== 'phrase' || date.role !== 'date') return undefined;
  return { opening, date, words: trimmed(opening.children.slice(at + 1)) };
}

/** Drops what a sentence would put between a date and an event: a space, a colon, a dash, a dot. */
function trimmed(words: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const [first, ...rest] = words;
  if (first?.type !== 'text') return words;
  return [{ ...first, value: first.value.replace(/^[\s:.–—-]+/u, '') }, ...rest];
}

/** Twips that a letter of a date takes at most, in bold, with its share of the blank after the date. */
const letterWidth = 125;

/** Room for the longest date; the room that the style has, where that is enough. */
function hangFor(items: readonly ListItem[]): number {
  const lengths = items.map((item) => plainTextOf(partsOf(item)?.date).length);
  return Math.max(timelineHang, Math.max(...lengths) * letterWidth);
}

interface Spot {
  readonly place: Place;
  /** Where the event begins, behind its date. */
  readonly hang: number;
}

function event(context: Context, item: ListItem, { place, hang }: Spot, blocks: Blocks): Block[] {
  const parts = partsOf(item);
  if (parts === undefined) return blocks(context, item.children, place);
  const { opening, date, words } = parts;
  const own = [dataOf(item)?.id, dataOf(opening)?.id].filter((id) => id !== undefined);
  const voice = spokenBy(opening, spokenBy(item, place.voice));
  const runs = [
    ...inline(context, [date], { ...voice, bold: true }),
    new TextRun({ children: [new Tab()] }),
    ...inline(context, words, voice),
  ];
  const here = { ...place, voice, anchors: [...place.anchors, ...own], style: 'Timeline' };
  const indent = place.indent + hang;
  return [
    paragraphFrom(
      context,
      runs,
      { ...here, indent: 0 },
      hang === timelineHang ? {} : { indent: { start: hang, hanging: hang } },
    ),
    ...blocks(context, item.children.slice(1), { ...place, anchors: [], indent }),
  ];
}
