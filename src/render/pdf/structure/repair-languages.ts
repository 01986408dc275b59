/**
 * Reads the marks that `prepareForPrint` left in language tags: an abbreviation gets its expansion,
 * and every tag becomes an ordinary one again. A language that is that of its surroundings goes.
 * Source: ISO 32000-1, 14.9.2 (natural language) and 14.9.5 (expansion of abbreviations).
 */
import type { StructureNode } from './node.ts';

/** The tree is changed. `lang` is the language of what surrounds the node. */
export function repairLanguages(
  node: StructureNode,
  expansions: readonly string[],
  lang: string,
): void {
  const [tag = '', mark] = (node.texts.get('Lang') ?? '').split(expansionMark);
  const expansion = mark === undefined ? undefined : expansions[Number(mark)];
  if (expansion !== undefined) node.texts.set('E', expansion);
  if (tag === '' || tag === lang) node.texts.delete('Lang');
  else node.texts.set('Lang', tag);
  for (const kid of node.kids)
    if (kid.kind === 'element') repairLanguages(kid, expansions, tag === '' ? lang : tag);
}

/** Stands in a language tag before the number of an expansion (BCP 47, private use). */
export const expansionMark = '-x-exp';
