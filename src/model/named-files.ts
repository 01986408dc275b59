/** Which files of a project its records name: pictures, logos, archived copies, tables, citation styles. */
import { visit } from 'unist-util-visit';
import { isElsewhere } from './address.ts';
import { parseMarkdown } from './markdown.ts';
import { remember } from './remember.ts';
import type { DataPath, Entry } from './stages.ts';

/** A file of the project that a record names. */
export interface NamedFile {
  /** As it is meant: in Markdown it may be written in another way, as `a\_b.png`. */
  readonly path: string;
  /** The field that names it, relative to the record. */
  readonly field: DataPath;
  /** Where in the text of that field, in UTF-16 units. Undefined where the field holds nothing else. */
  readonly within?: { readonly start: number; readonly end: number };
}

/** record → the files that it names; a file may be among them twice. */
export const namedFiles = remember(({ leaves }: Entry): readonly NamedFile[] =>
  leaves.flatMap(({ type, value, path: field }): NamedFile[] => {
    const isStyle = type === 'keyword' && value.endsWith('.csl');
    if (type === 'path' || isStyle) return [{ path: value, field }];
    if (type !== 'markdown' || !value.includes('![')) return [];
    return imagesIn(value).map((image) => ({ ...image, field }));
  }),
);

/** Pictures on other machines are refused by a rule of their own. */
function imagesIn(markdown: string): Omit<NamedFile, 'field'>[] {
  const tree = parseMarkdown(markdown);
  const definitions = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => void definitions.set(identifier, url));
  const images: Omit<NamedFile, 'field'>[] = [];
  visit(tree, (node) => {
    if (node.type !== 'image' && node.type !== 'imageReference') return;
    const path = node.type === 'image' ? node.url : definitions.get(node.identifier);
    if (path === undefined || isElsewhere(path)) return;
    const start = node.position?.start.offset ?? 0;
    images.push({ path, within: { start, end: node.position?.end.offset ?? start } });
  });
  return images;
}

/** records → the paths of the files that they name. */
export function pathsNamedBy(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(namedFiles).map(({ path }) => path));
}
