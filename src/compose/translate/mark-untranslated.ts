/**
 * Tells in which language the words are that nobody has translated: a paragraph, heading or cell of such
 * words carries language and direction itself, and such words among others stand in a phrase of their
 * own. So a sentence keeps its full stop on its own side, and is read aloud in its own language.
 */
import type { Heading, Nodes, Paragraph, Parents, PhrasingContent, Root, TableCell } from 'mdast';
import { directionOf } from '../../model/direction.ts';
import type { Kind } from '../../model/schema/kinds.ts';
import type { Span } from '../../model/span.ts';
import { type BriefData, dataOf } from '../../model/tree.ts';
import type { Untranslated } from './translate.ts';

/** What a document in another language has to know of its words. */
export interface Tongues {
  /** BCP 47 tag of the document. */
  readonly lang: string;
  /** BCP 47 tag of the brief's own words. */
  readonly own: string;
  readonly untranslated: readonly Untranslated[];
}

/** Titles of works and names of people have languages of their own, and are told apart elsewhere. */
const ofTheirOwn: ReadonlySet<Kind> = new Set(['source', 'person', 'organisation']);

/** tree, tongues → the tree, changed in place. */
export function markUntranslated(tree: Root, tongues: Tongues): void {
  const fields = tongues.untranslated.filter(({ entry }) => !ofTheirOwn.has(entry.kind));
  if (fields.length === 0) return;
  const byFile = Map.groupBy(fields, ({ place }) => place.span?.file);
  const languageAt = (origin: Span): string | undefined => {
    const found = byFile.get(origin.file)?.find(({ place: { span } }) => {
      return span !== undefined && origin.start >= span.start && origin.start < span.end;
    });
    if (found === undefined) return undefined;
    const { data } = found.entry;
    return found.entry.kind === 'publisher' && 'lang' in data ? String(data.lang) : tongues.own;
  };
  markBlocks({ dir: directionOf(tongues.lang), languageAt }, tree);
}

interface Context {
  /** Of the document. */
  readonly dir: 'ltr' | 'rtl';
  /** Where words were written → their language, where nobody has translated them. */
  readonly languageAt: (origin: Span) => string | undefined;
}

function markBlocks(context: Context, parent: Parents): void {
  // The number or bullet of an item stays on the side of the others, and so do its words.
  const isElement = parent.type !== 'listItem';
  for (const node of parent.children) {
    if (isLine(node)) markLine(context, node, isElement);
    else if ('children' in node) markBlocks(context, node);
  }
}

function markLine(context: Context, line: Line, isElement: boolean): void {
  const tongue = tongueOf(context, line);
  if (tongue === undefined) return;
  if (isElement && tongue !== mixed) speak(context, line, tongue);
  else line.children = phrasesOf(context, line.children);
}

/** Neighbours of one language are gathered; what is in the document's own stays as it is. */
function phrasesOf(context: Context, nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const made: PhrasingContent[] = [];
  let group: PhrasingContent[] = [];
  let tongue: Tongue;
  const end = () => {
    // A note belongs to the words before it, a blank to the sentence around.
    const count = group.findLastIndex((node) => !isBlank(node)) + 1;
    if (tongue !== undefined) made.push(phraseOf(context, group.slice(0, count), tongue));
    made.push(...group.slice(count));
    group = [];
    tongue = undefined;
  };
  for (const node of nodes) {
    const spoken = tongueOf(context, node);
    if (spoken === mixed) {
      end();
      if ('children' in node) node.children = phrasesOf(context, node.children);
      made.push(node);
    } else {
      if (spoken !== undefined && spoken !== tongue) end();
      tongue = spoken ?? tongue;
      if (tongue === undefined) made.push(node);
      else group.push(node);
    }
  }
  end();
  return made;
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function phraseOf(context: Context, children: PhrasingContent[], lang: string): PhrasingContent {
  const data = spokenAs(context, lang);
  return { type: 'phrase', role: 'untranslated', attributes: {}, children, data };
}

function speak(context: Context, node: Nodes, lang: string): void {
  node.data = { ...node.data, ...spokenAs(context, lang) };
}

function spokenAs({ dir: around }: Context, lang: string): BriefData {
  const dir = directionOf(lang);
  return dir === around ? { lang } : { lang, dir };
}

/** A BCP 47 tag; `mixed` for several, or for the document's own; undefined where nothing tells. */
type Tongue = string | undefined;
const mixed = '';

function tongueOf(context: Context, node: Nodes): Tongue {
  if (dataOf(node)?.lang !== undefined) return undefined;
  if (node.type === 'phrase' && node.attributes.lang !== undefined) return undefined;
  if (!('children' in node)) return tongueOfText(context, node);
  const tongues = new Set(node.children.map((child: Nodes) => tongueOf(context, child)));
  tongues.delete(undefined);
  const [only] = tongues;
  return tongues.size > 1 ? mixed : only;
}

function tongueOfText({ languageAt }: Context, node: Nodes): Tongue {
  if (node.type !== 'text' && node.type !== 'inlineCode') return undefined;
  if (!/[\p{L}\p{N}]/u.test(node.value)) return undefined;
  const origin = dataOf(node)?.origin;
  const found = origin === undefined ? undefined : languageAt(origin);
  if (found !== undefined) return found;
  // Numbers that were put into a sentence go with it, whatever its language.
  return origin !== undefined || /\p{L}/u.test(node.value) ? mixed : undefined;
}

type Line = Paragraph | Heading | TableCell;

function isLine(node: Nodes): node is Line {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
}
