/**
 * What goes from stage to stage. Each type holds everything that the next stage needs, and each can
 * only be made by the stage it is named after.
 */
import type { Marking } from './marking.ts';
import type { Data, Kind } from './schema/kinds.ts';
import type { Span } from './span.ts';

/** Path of a field from the root of its file: `['findings', 'purge-2019', 'value']`. */
export type DataPath = readonly (string | number)[];

/** A data file, parsed, that still knows where everything stood. */
export interface LoadedFile {
  /** Relative to the project root. */
  readonly path: string;
  readonly text: string;
  readonly value: unknown;
  /** Where a field's value stands, or that of its nearest ancestor that exists. */
  locate(path: DataPath): Span;
  /** Where a field's key stands. */
  locateKey(path: DataPath): Span;
  /** Where a stretch of a string field's value stands, escapes and block indents undone. */
  locateWithin(path: DataPath, start: number, end: number): Span;
  /** The scalar as it was typed, or undefined where the path is no scalar. */
  sourceOf(path: DataPath): ScalarSource | undefined;
}

/** How a scalar was typed. */
export interface ScalarSource {
  readonly raw: string;
  readonly style: 'plain' | 'quoted' | 'block';
}

/** After `load`: every data file that could be read. */
export interface Loaded {
  readonly files: readonly LoadedFile[];
  /** What there is of files with mistakes in their YAML: an id in here is not missing. */
  readonly unread?: readonly string[];
}

/** Files that the data name, by path: images and styles as bytes, CSV as tables. */
export interface Attachments {
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  readonly tables: ReadonlyMap<string, Table>;
}

/** The rows of one figure. */
export interface Table {
  /** In the order of the file. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Column → the heading that a reader sees, where it has one. */
  readonly headings?: Readonly<Record<string, string>>;
  /** Where each row stands in its CSV file; rows in the YAML are located by their path. */
  readonly spans?: readonly Span[];
}

/** Column → cell. A cell that is empty is null, never zero. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** One record with the place it stands in. */
export interface Entry<K extends Kind = Kind> {
  readonly kind: K;
  readonly id: string;
  readonly data: Data<K>;
  readonly file: LoadedFile;
  /** Path of the record in its file. */
  readonly path: DataPath;
  /** Every scalar of it that has a purpose, in order of the data. */
  readonly leaves: readonly Leaf[];
}

/** A scalar with its purpose. */
export interface Leaf {
  /** Relative to the record. */
  readonly path: DataPath;
  readonly type: 'text' | 'markdown' | 'url' | 'date' | 'reference' | 'path' | 'keyword';
  /** For a reference: the kind it names. */
  readonly target?: Kind;
  readonly value: string;
}

export type Records = { readonly [K in Kind]: ReadonlyMap<string, Entry<K>> };

/** After `check`: typed records, unique per kind. */
export interface Checked {
  readonly records: Records;
  readonly attachments: Attachments;
  /** What had mistakes in it and was left out of the records. */
  readonly broken?: Broken;
}

/** What did not fit and what could not be read. */
export interface Broken {
  readonly ids: ReadonlySet<string>;
  /** What there is of files with mistakes in their YAML. */
  readonly texts: readonly string[];
  /**
   * Records that did not fit, with the scalars of theirs that did: good for looking at their words,
   * so that all mistakes show in one run, and for nothing else. Their `data` is not what the type says.
   */
  readonly entries: readonly Entry[];
}

/** `finding/purge-2019`: a record's name across kinds. */
export type Ref = `${Kind}/${string}`;

/** One record naming another. */
export interface Edge {
  readonly from: Ref;
  readonly to: Ref;
  /** How: by a field, or by a mention in prose. */
  readonly via: 'field' | 'citation' | 'cross-reference';
  /** Path of the naming field, relative to the naming record. */
  readonly path: DataPath;
  readonly span: Span;
}

/** After `resolve`: ids are tied to records; nothing is copied. */
export interface Resolved extends Checked {
  readonly edges: readonly Edge[];
}

declare const selectedBrand: unique symbol;

/**
 * After `select`: one brief as one audience may see it. Made in `select` alone; `compose` takes
 * nothing else. What was withheld is not in here, in any form.
 */
export interface Selected {
  readonly [selectedBrand]: true;
  readonly brief: Entry<'brief'>;
  readonly records: Records;
  readonly audience: Marking;
  /** The label of the document that is made from this. */
  readonly marking: Marking;
  /** How many records were left out, for a line that says so. */
  readonly withheldCount: number;
  /** Fields of the brief that have something in them, and nothing that this audience may see. */
  readonly emptied: readonly string[];
  readonly attachments: Attachments;
}
