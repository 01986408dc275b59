/**
 * Puts the markers of notes where typesetters do: close to the word before, behind the punctuation
 * that follows, outside of emphasis and links. Source: The Chicago Manual of Style, 18th edition,
 * 13.29 ("placement of note numbers").
 */
import type { FootnoteReference, PhrasingContent } from 'mdast';

/** Marks that end a sentence or a clause, with the closing quotation marks around them. */
const closing = /^(?:[.,;:!?…。，、；：！？،؛؟।]+[”’"'»]*|[”’"'»]+[.,;:!?…]*)/;
const terminal = /[.!?…。！？؟।][”’"'»]*$/;

/** Phrasing of one parent → the same, markers moved. The nodes themselves are changed. */
export function placeMarkers(children: readonly PhrasingContent[]): PhrasingContent[] {
  const placed: PhrasingContent[] = [];
  for (const child of children) {
    if (child.type !== 'text') {
      if (child.type === 'footnoteReference' && isGapBetweenMarkers(placed)) placed.pop();
      placed.push(child, ...takeMarkers(child));
      continue;
    }
    const from = firstOfRun(placed);
    if (from === placed.length) {
      placed.push(child);
      continue;
    }
    const [punctuation = ''] = closing.exec(child.value) ?? [];
    addBefore(placed, from, punctuation);
    if (child.value.length > punctuation.length) {
      placed.push({ ...child, value: child.value.slice(punctuation.length) });
    }
  }
  return placed.flatMap((child, index) => closeUp(child, placed[index + 1]));
}

/** Index of the first marker of the run at the end of a list; its length where there is none. */
function firstOfRun(nodes: readonly PhrasingContent[]): number {
  let index = nodes.length;
  while (nodes[index - 1]?.type === 'footnoteReference') index -= 1;
  return index;
}

/** True where a list ends with a marker and blanks, so that one more marker joins the run. */
function isGapBetweenMarkers(nodes: readonly PhrasingContent[]): boolean {
  const [before, gap] = nodes.slice(-2);
  return before?.type === 'footnoteReference' && gap?.type === 'text' && gap.value.trim() === '';
}

function addBefore(nodes: PhrasingContent[], at: number, punctuation: string): void {
  if (punctuation === '') return;
  const before = nodes[at - 1];
  if (before?.type !== 'text') {
    nodes.splice(at, 0, { type: 'text', value: punctuation });
    return;
  }
  const text = before.value.trimEnd();
  // "Really? [@a]." had its end already.
  const isDoubled = terminal.test(text) && punctuation === '.';
  nodes[at - 1] = { ...before, value: isDoubled ? text : text + punctuation };
}

/** A text before a marker loses the blank at its end, and goes if it was nothing else. */
function closeUp(node: PhrasingContent, next: PhrasingContent | undefined): PhrasingContent[] {
  if (node.type !== 'text' || next?.type !== 'footnoteReference') return [node];
  const value = node.value.trimEnd();
  return value === '' ? [] : [{ ...node, value }];
}

/** Takes the markers out of a link, and those at the end out of emphasis and the like. */
function takeMarkers(node: PhrasingContent): readonly FootnoteReference[] {
  if (!('children' in node)) return [];
  const children: PhrasingContent[] = node.children;
  const isTaken = (child: PhrasingContent, index: number) =>
    child.type === 'footnoteReference' && (node.type === 'link' || index >= firstOfRun(children));
  const taken = children.filter(isTaken);
  if (taken.length > 0) node.children = children.filter((child, index) => !isTaken(child, index));
  return taken.filter((child) => child.type === 'footnoteReference');
}
