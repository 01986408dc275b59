/**
 * Renders a brief as a Word file: real styles, lists, notes, tables and links, so that an office can go
 * on working in it. The same words in the same order as on the page; evidence on demand stays behind.
 */
import { Document, Packer } from 'docx';
import type { Definition, Nodes, Root } from 'mdast';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Artifact, Composed } from '../model/document.ts';
import type { Host } from '../model/host.ts';
import type { Outcome } from '../model/outcome.ts';
import { walk } from '../model/walk.ts';
import { bookmarksOf } from './docx/bookmarks.ts';
import type { Context, Place } from './docx/context.ts';
import { coreProperties } from './docx/core-properties.ts';
import { fontTable } from './docx/font-table.ts';
import { footnotesOf } from './docx/footnotes.ts';
import { ListCounter } from './docx/numbering.ts';
import { type Edits, pack } from './docx/pack.ts';
import { rastersOf } from './docx/rasters.ts';
import { sectionsOf } from './docx/sections.ts';
import { stylesOf } from './docx/styles/styles.ts';
import { withTableLooks, withTableStyle } from './docx/styles/table-style.ts';
import { themeOf } from './docx/theme.ts';
import { labelOf } from './html/labels.ts';
import { numberNotes } from './html/notes.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * document, what draws pixels → `<id>.docx`. Without the latter, charts are tables of their data. Reports
 * `link-target-refused` and `image-not-embedded`.
 */
export async function renderDocx(
  { meta, tree, look }: Pick<Composed, 'meta' | 'tree' | 'look'>,
  rasterizer?: Host['rasterizer'],
): Promise<Outcome<Artifact>> {
  const diagnostics: Diagnostic[] = [];
  const theme = themeOf(look);
  const notes = numberNotes(tree);
  const context: Context = {
    meta,
    theme,
    notes,
    bookmarks: bookmarksOf(tree, notes),
    definitions: definitionsIn(tree),
    lists: new ListCounter(),
    rasters: await rastersOf(tree, look, rasterizer),
    label: (key, slots) => labelOf(meta, key, slots),
    report: (diagnostic) => diagnostics.push(diagnostic),
  };
  const file = new Document({
    title: meta.title,
    styles: stylesOf(meta, theme),
    customProperties: [{ name: 'Marking', value: meta.marking }],
    footnotes: footnotesOf(context, bodyOf(context)),
    sections: sectionsOf(context, tree, bodyOf(context)),
  });
  const edits: Edits = new Map([
    ['docProps/core.xml', () => coreProperties(meta)],
    ['word/document.xml', withTableLooks],
    ['word/fontTable.xml', () => fontTable(theme)],
    ['word/styles.xml', (xml: string) => withTableStyle(xml, theme)],
  ]);
  const bytes = pack(new Uint8Array(await Packer.toArrayBuffer(file)), edits);
  const name = `${meta.fileStem}.docx`;
  return { value: { brief: meta.id, format: 'docx', name, mediaType, bytes }, diagnostics };
}

/** Where the body's blocks stand. */
function bodyOf({ meta, theme }: Context): Place {
  return {
    voice: { lang: meta.lang, dir: meta.dir },
    indent: 0,
    listDepth: 0,
    width: theme.sheet.textWidth,
    anchors: [],
  };
}

function definitionsIn(tree: Root): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  walk<Nodes>(tree, (node) => {
    if (node.type !== 'definition') return undefined;
    const key = node.identifier.toUpperCase();
    if (!found.has(key)) found.set(key, node);
    return undefined;
  });
  return found;
}
