/** Joins the tree with the citator: notes or author–date, and the list of what is cited. */
import type { Root } from 'mdast';
import type { CslItem } from '../model/document.ts';
import { clean, type Outcome } from '../model/outcome.ts';
import type { CitationSettings } from './compose.ts';
import type { ViewContext } from './view/context.ts';

/** tree, in place → the works cited. */
export async function cite(
  _tree: Root,
  _context: ViewContext,
  _settings: CitationSettings,
): Promise<Outcome<readonly CslItem[]>> {
  return clean([]);
}
