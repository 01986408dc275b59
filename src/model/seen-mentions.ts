/**
 * Prose as data, for readers who may not see everything: a citation of a withheld source goes with the
 * blank before it, a link to a withheld record leaves its words, as in every document. What mentions
 * nothing, or nothing that exists, stays as it was typed.
 */
import { copyTree } from './copy-tree.ts';
import { citationsIn, crossReferencesIn, withoutCode } from './mentions.ts';
import type { DataPath, Entry, Records } from './stages.ts';
import { targetOf } from './targets.ts';

/** record, everything, what is shown → the record's data, its Markdown without withheld ids. */
export function withoutUnseen(entry: Entry, all: Records, shown: Records): Entry['data'] {
  const edits = entry.leaves
    .filter(({ type }) => type === 'markdown')
    .flatMap(({ path }) => {
      const value = valueAt(entry.data, path);
      if (typeof value !== 'string') return [];
      const clean = clear(value, all, shown);
      return clean === value ? [] : [{ path, clean }];
    });
  if (edits.length === 0) return entry.data;
  const data = copyTree(entry.data);
  for (const { path, clean } of edits) {
    const parent = valueAt(data, path.slice(0, -1)) as Record<string | number, unknown>;
    parent[path.at(-1) ?? ''] = clean;
  }
  return data;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function clear(markdown: string, all: Records, shown: Records): string {
  const links = linkEdits(markdown, all, shown);
  const citations = citationEdits(markdown, (id) => !all.source.has(id) || shown.source.has(id));
  const isInLink = ({ start }: Edit) =>
    links.some((link) => link.start < start && start < link.end);
  const edits = [...links, ...citations.filter((one) => !isInLink(one))].sort(
    (a, b) => b.start - a.start,
  );
  let text = markdown;
  for (const edit of edits) {
    const before = text.slice(0, edit.start);
    text = (edit.text === '' ? before.trimEnd() : before) + edit.text + text.slice(edit.end);
  }
  return text;
}

function citationEdits(markdown: string, mayStay: (id: string) => boolean): Edit[] {
  if (!markdown.includes('@')) return [];
  return citationsIn(withoutCode(markdown)).flatMap(({ start, end, items }) => {
    if (items.every(({ id }) => mayStay(id))) return [];
    const parts = markdown.slice(start + 1, end - 1).split(/(?<!&#?\w+);/);
    const kept = parts.filter((_, index) => mayStay(items[index]?.id ?? ''));
    return [{ start, end, text: kept.length === 0 ? '' : `[${kept.join(';').trim()}]` }];
  });
}

function linkEdits(markdown: string, all: Records, shown: Records): Edit[] {
  return crossReferencesIn(markdown).flatMap(({ target, start, end, text }) => {
    const meant = targetOf(all, target);
    if (meant === undefined || shown[meant.kind].has(target)) return [];
    return [{ start, end, text: clear(text, all, shown) }];
  });
}

function valueAt(data: unknown, path: DataPath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    data,
  );
}
