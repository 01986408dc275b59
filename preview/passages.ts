/** The passages of a brief: stretches of its text whose place in the YAML is known. */

export interface Passage {
  /** `data/findings.yaml:120-180`, its path encoded; or a record, `source/usa-today-2019`. */
  readonly at: string;
  /** All of the text that was written there. */
  readonly text: string;
  /** Where in it the reader points, 0-based. */
  readonly offset: number;
  /** The sentence that is meant. */
  readonly range: Range;
}

/** A point of the frame → the passage there, or undefined between passages. */
export function passageAt(frame: Document, x: number, y: number): Passage | undefined {
  const caret = frame.caretPositionFromPoint(x, y);
  if (caret === null || caret.offsetNode.nodeType !== Node.TEXT_NODE) return undefined;
  return passageIn(caret.offsetNode, caret.offset);
}

/** A text node, an offset in it → the passage that holds it. */
export function passageIn(node: Node, offset: number): Passage | undefined {
  let isMarked = false;
  for (let inner: Node | null = node; inner !== null; inner = inner.parentNode) {
    const at = inner.nodeType === Node.ELEMENT_NODE ? placeOf(inner as Element) : null;
    if (at !== null) return made(at, textsIn(inner), node, offset);
    const mark = isMarked ? undefined : markBefore(inner);
    // The nearest mark says that the template has these words: only what they stand in may know more.
    if (mark?.data === '@') isMarked = true;
    else if (mark !== undefined) return made(mark.data.slice(1), textsAfter(mark), node, offset);
  }
  return undefined;
}

/** Where an element was written, or else the record that it was made from. */
function placeOf(element: Element): string | null {
  return element.getAttribute('data-origin') ?? element.getAttribute('data-record');
}

/** Every passage of a document, at its beginning, in reading order. */
export function allPassages(frame: Document): readonly Passage[] {
  const comments = frame.createTreeWalker(frame.body, NodeFilter.SHOW_COMMENT);
  const found: Passage[] = [];
  while (comments.nextNode() !== null) {
    const mark = comments.currentNode as Comment;
    const [first] = mark.data.length > 1 ? textsAfter(mark) : [];
    if (first === undefined || !/[\p{L}\p{N}]/u.test(first.data)) continue;
    const passage = passageIn(first, first.data.search(/[\p{L}\p{N}]/u));
    if (passage !== undefined && isShown(first)) found.push(passage);
  }
  return found;
}

/** The nearest mark before a node, among its siblings. */
function markBefore(node: Node): Comment | undefined {
  for (let at = node.previousSibling; at !== null; at = at.previousSibling) {
    if (at.nodeType === Node.COMMENT_NODE && at.nodeValue?.startsWith('@')) return at as Comment;
  }
  return undefined;
}

/** The texts that a mark speaks of: up to the next mark, and words that are only kept together. */
function textsAfter(mark: Comment): readonly Text[] {
  const texts: Text[] = [];
  for (let at = mark.nextSibling; at !== null; at = at.nextSibling) {
    if (at.nodeType === Node.COMMENT_NODE) break;
    if (at.nodeType === Node.TEXT_NODE) texts.push(at as Text);
    else if ((at as Element).className === 'whole') texts.push(...textsIn(at));
  }
  return texts;
}

function textsIn(node: Node): readonly Text[] {
  const walker = (node.ownerDocument ?? document).createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
  return texts;
}

function made(at: string, texts: readonly Text[], node: Node, offset: number): Passage {
  const index = texts.indexOf(node as Text);
  const before = index === -1 ? '' : dataOf(texts.slice(0, index));
  const text = dataOf(texts);
  const start = index === -1 ? 0 : before.length + offset;
  return { at, text, offset: start, range: sentenceAround(texts, text, start) };
}

function dataOf(texts: readonly Text[]): string {
  return texts.map(({ data }) => data).join('');
}

function sentenceAround(texts: readonly Text[], text: string, offset: number): Range {
  const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text);
  const sentence = sentences.containing(Math.min(offset, Math.max(0, text.length - 1)));
  const start = sentence?.index ?? 0;
  const end = start + (sentence?.segment.trimEnd().length ?? 0);
  const [first] = texts;
  const range = (first?.ownerDocument ?? document).createRange();
  let passed = 0;
  for (const one of texts) {
    const { length } = one;
    if (start >= passed && start <= passed + length) range.setStart(one, start - passed);
    if (end >= passed && end <= passed + length) range.setEnd(one, end - passed);
    passed += length;
  }
  return range;
}

function isShown({ parentElement }: Text): boolean {
  return parentElement?.checkVisibility() ?? false;
}
