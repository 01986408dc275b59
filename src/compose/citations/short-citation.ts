/** A citation where there is no room for a note: the short titles, leading to the entries. */
import type { PhrasingContent } from 'mdast';
import type { CitationCluster } from '../../model/mentions.ts';
import type { Source } from './csl-item.ts';
import { entryAnchor } from './link-entries.ts';

/** citation, the text that it stands in, sources → `(see Short title, p. 3; Other title)`. */
export function shortCitation(
  { items, end }: CitationCluster,
  text: string,
  sources: ReadonlyMap<string, Source>,
): PhrasingContent[] {
  const nodes = items.flatMap((item, index): PhrasingContent[] => {
    const source = sources.get(item.id);
    const semicolon = text.indexOf(';', item.end);
    const stop = semicolon === -1 || semicolon > end ? end - 1 : semicolon;
    const before = index === 0 ? '(' : '; ';
    return [
      { type: 'text', value: before + (item.prefix === '' ? '' : `${item.prefix} `) },
      {
        type: 'link',
        url: `#${entryAnchor(item.id)}`,
        children: [{ type: 'text', value: source?.['title-short'] ?? source?.title ?? item.id }],
      },
      {
        type: 'text',
        value: text.slice(item.end, stop).trimEnd() + (index === items.length - 1 ? ')' : ''),
      },
    ];
  });
  return nodes.filter((node) => node.type !== 'text' || node.value !== '');
}
