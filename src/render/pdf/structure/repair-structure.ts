/** All repairs of the structure tree, in the order they need. */
import type { PageFacts } from '../page-facts.ts';
import type { StructureNode } from './node.ts';
import { renameIds } from './rename-ids.ts';
import { repairContainers } from './repair-containers.ts';
import { repairFigures } from './repair-figures.ts';
import { repairLanguages } from './repair-languages.ts';
import { repairLinks } from './repair-links.ts';
import { repairLists } from './repair-lists.ts';
import { repairTables } from './repair-tables.ts';

/** Tree and link annotations are changed. `lang` is the language of the catalog. */
export function repairStructure(root: StructureNode, facts: PageFacts, lang: string): void {
  repairLanguages(root, facts.expansions, lang);
  const notes = repairLinks(root, facts.links);
  repairLists(root, notes);
  repairTables(root);
  repairFigures(root);
  repairContainers(root);
  renameIds(root);
}
