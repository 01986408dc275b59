/** Leads from a citation to the entry of its source: by the title, by "Ibid.", by all of "Smith 2020". */
import type { Mark, Marked } from './marked.ts';

/** Anchor of a source's entry in the list of references. */
export function entryAnchor(id: string): string {
  return `ref-${id}`;
}

/** A note: the title of each source leads to its entry; without one, the first word does. */
export function linkTitles(marked: readonly Marked[], ids: readonly string[]): readonly Marked[] {
  let linked = marked;
  for (const id of new Set(ids)) linked = linkTitle(linked, id) ?? linked;
  const isLinked = linked !== marked;
  const [first, ...rest] = linked;
  const [only, ...others] = new Set(ids);
  if (isLinked || only === undefined || others.length > 0 || typeof first !== 'string')
    return linked;
  const [word = ''] = /^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)*\.?/u.exec(first) ?? [];
  if (word === '') return linked;
  return [linkTo(only, [word]), first.slice(word.length), ...rest];
}

/** The stretches with the first title of a source linked, or undefined where there is none. */
function linkTitle(marked: readonly Marked[], id: string): readonly Marked[] | undefined {
  for (const [index, each] of marked.entries()) {
    if (typeof each === 'string') continue;
    if (each.kind === 'title' && each.about === id) {
      return marked.with(index, linkTo(id, [each]));
    }
    if (each.kind === 'link') continue;
    const children = linkTitle(each.children, id);
    if (children !== undefined) return marked.with(index, { ...each, children });
  }
  return undefined;
}

/**
 * A citation in the text: everything printed of a source, from its first field to its last. Of some
 * numbers the engine does not say whose they are; those are known by the entry that they count.
 */
export function linkFields(
  marked: readonly Marked[],
  ids: readonly string[],
  numbers: ReadonlyMap<string, number>,
): readonly Marked[] {
  let linked = marked;
  for (const id of new Set(ids)) {
    const first = linked.findIndex((each) => isAbout(each, id));
    const last = linked.findLastIndex((each) => isAbout(each, id));
    if (first === -1) {
      linked = linkNumber(linked, id, numbers.get(id));
    } else if (!linked.slice(first, last + 1).some(hasLink)) {
      const link = linkTo(id, linked.slice(first, last + 1));
      linked = linked.toSpliced(first, last - first + 1, link);
    }
  }
  return linked;
}

function linkNumber(
  marked: readonly Marked[],
  id: string,
  number: number | undefined,
): readonly Marked[] {
  const digits = new RegExp(`(?<!\\d)${number}(?!\\d)`);
  const index = marked.findIndex((each) => typeof each === 'string' && digits.test(each));
  const text = marked[index];
  if (typeof text !== 'string') return marked;
  const [before = '', after = ''] = text.split(digits, 2);
  return marked.toSpliced(index, 1, before, linkTo(id, [`${number}`]), after);
}

function isAbout(marked: Marked, id: string): boolean {
  if (typeof marked === 'string') return false;
  if (marked.kind !== 'link' && marked.about === id) return true;
  return marked.children.some((child) => isAbout(child, id));
}

function hasLink(marked: Marked): boolean {
  return typeof marked !== 'string' && (marked.kind === 'link' || marked.children.some(hasLink));
}

function linkTo(id: string, children: readonly Marked[]): Mark {
  return { kind: 'link', about: `#${entryAnchor(id)}`, children };
}
