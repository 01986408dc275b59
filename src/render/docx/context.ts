/** What every handler of a node gets to know besides the node. */
import type { Paragraph, ParagraphChild, Table } from 'docx';
import type { Definition } from 'mdast';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentMeta } from '../../model/document.ts';
import type { LabelKey } from '../html/labels.ts';
import type { Notes } from '../html/notes.ts';
import type { Bookmarks } from './bookmarks.ts';
import type { ListCounter } from './numbering.ts';
import type { Rasters } from './rasters.ts';
import type { Theme } from './theme.ts';

/** What stays the same for a whole document. */
export interface Context {
  readonly meta: DocumentMeta;
  readonly theme: Theme;
  readonly notes: Notes;
  readonly bookmarks: Bookmarks;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly lists: ListCounter;
  readonly rasters: Rasters;
  label(key: LabelKey, slots?: Readonly<Record<string, string | number>>): string;
  report(diagnostic: Diagnostic): void;
}

/** How a stretch of text is spoken and set; what is undefined is as the paragraph has it. */
export interface Voice {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly style?: string | undefined;
  readonly bold?: boolean | undefined;
  readonly italics?: boolean | undefined;
  readonly strike?: boolean | undefined;
  readonly smallCaps?: boolean | undefined;
  readonly superScript?: boolean | undefined;
  readonly subScript?: boolean | undefined;
  readonly color?: string | undefined;
  /** True inside of a note, which can hold no other. */
  readonly isNote?: boolean | undefined;
  /** True inside of a link, which can hold no other. */
  readonly isLink?: boolean | undefined;
}

/** Where a block stands. Lengths are in twips. */
export interface Place {
  readonly voice: Voice;
  /** Style of paragraphs that have none of their own; undefined is the body's. */
  readonly style?: string | undefined;
  /** Distance from the start of the line, for what belongs to an item of a list. */
  readonly indent: number;
  /** Lists around this place: 0 outside of any. */
  readonly listDepth: number;
  /** Width that a table or a picture may take. */
  readonly width: number;
  /** Names of what starts here; the first paragraph carries them as bookmarks. */
  readonly anchors: readonly string[];
  /** Role of the region around. */
  readonly role?: string | undefined;
  readonly keepNext?: boolean | undefined;
}

export type Block = Paragraph | Table;
export type Inline = ParagraphChild;
