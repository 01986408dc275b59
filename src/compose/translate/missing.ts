/** What a document prints of words that nobody has translated. */
import type { Nodes, Root } from 'mdast';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { dataOf } from '../../model/tree.ts';
import { walk } from '../../model/walk.ts';
import { hasMessages } from '../messages.ts';
import type { Untranslated } from './translate.ts';

/**
 * tree, fields without a translation → one `translation-missing` for each of them that the tree prints,
 * at the words that want translating; and `interface-untranslated` where the tool's own words are
 * English.
 */
export function missingTranslations(
  tree: Root,
  untranslated: readonly Untranslated[],
  lang: string,
): Diagnostic[] {
  const ofInterface = hasMessages(lang) ? [] : [diagnose('interface-untranslated', { lang })];
  if (untranslated.length === 0) return ofInterface;
  const printed = printedPlaces(tree);
  const missing = untranslated.filter(({ place: { span } }) => {
    if (span === undefined) return false;
    const starts = printed.get(span.file) ?? [];
    return starts.some(
      (start) => start >= span.start && start < Math.max(span.end, span.start + 1),
    );
  });
  return [
    ...ofInterface,
    ...missing.map(({ entry, place }) =>
      diagnose('translation-missing', { id: entry.id, lang }, place),
    ),
  ];
}

/** File → where the words of the tree begin in it. */
function printedPlaces(tree: Root): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  walk<Nodes>(tree, (node) => {
    const origin = dataOf(node)?.origin;
    if (origin === undefined) return;
    const known = places.get(origin.file);
    if (known === undefined) places.set(origin.file, [origin.start]);
    else known.push(origin.start);
  });
  return places;
}
