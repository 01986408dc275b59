/**
 * Makes one tree of nodes like another with as few changes as will do. What has not changed stays the
 * same node, so that the place a reader has come to, what they have selected and what they have opened
 * stay as they were.
 */

/** Changes `old`, node by node, until it is like `next`; both are of one kind. */
export function morph(old: Node, next: Node): void {
  if (isElement(old) && isElement(next)) {
    copyAttributes(old, next);
    morphChildren(old, next);
  } else if (old.nodeValue !== next.nodeValue) {
    old.nodeValue = next.nodeValue;
  }
}

/** Attributes that belong to the reader, not to the document. */
const kept = new Set(['open']);

/** Makes the attributes of one element those of another. */
export function copyAttributes(old: Element, next: Element): void {
  for (const { name } of [...old.attributes]) {
    if (!next.hasAttribute(name) && !kept.has(name)) old.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}

/** What begins and what ends alike is kept; between that, nodes of one kind are changed in their order. */
function morphChildren(parent: Node, next: Node): void {
  const before = [...parent.childNodes];
  const after = [...next.childNodes];
  let start = 0;
  while (isAlike(before[start], after[start])) start += 1;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && isAlike(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const follower = before[before.length - end] ?? null;
  const middle = before.slice(start, before.length - end);
  for (const [index, node] of after.entries()) {
    const isKept = index < start || index >= after.length - end;
    const old = isKept ? keptPartner(before, after, index, start) : middle.shift();
    if (old !== undefined && isSameKind(old, node)) morph(old, node);
    else {
      const made = (parent.ownerDocument ?? document).importNode(node, true);
      if (old === undefined)
        parent.insertBefore(made, index < start ? null : (middle[0] ?? follower));
      else parent.replaceChild(made, old);
    }
  }
  for (const node of middle) parent.removeChild(node);
}

function keptPartner(
  before: readonly Node[],
  after: readonly Node[],
  index: number,
  start: number,
) {
  return index < start ? before[index] : before[before.length - (after.length - index)];
}

function isAlike(one: Node | undefined, other: Node | undefined): boolean {
  if (one === undefined || other === undefined || !isSameKind(one, other)) return false;
  return one.nodeType === Node.COMMENT_NODE || one.textContent === other.textContent;
}

function isSameKind(one: Node, other: Node): boolean {
  return one.nodeType === other.nodeType && one.nodeName === other.nodeName;
}

// Nodes of a frame are of another realm than the page's, so `instanceof` would not know them.
function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
