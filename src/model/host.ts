/**
 * Everything outside: disk, clock, browser. The rest of the program sees the world only through this
 * interface, so that a test can give it another one.
 */

import type { Aside } from './aside.ts';
import type { Contents, Shelf } from './contents.ts';

/** The world's failure, as against the author's (a diagnostic) and ours (an ordinary Error). */
export class HostError extends Error {
  readonly kind: HostErrorKind;
  /** What to do, in one sentence. */
  readonly hint: string | undefined;

  constructor(
    kind: HostErrorKind,
    message: string,
    options: { hint?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'HostError';
    this.kind = kind;
    this.hint = options.hint;
  }
}

export type HostErrorKind =
  | 'file-missing'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'disk-full'
  | 'path-outside'
  | 'locked'
  | 'variable-malformed'
  | 'browser-missing'
  | 'browser-failed'
  | 'print-timeout'
  | 'port-taken';

/** All of the outside world that a build may touch. */
export interface Host {
  /** The user's project; paths are relative to its root, with forward slashes. */
  readonly project: Files;
  /** Where documents go; its root is the output folder itself, which may lie outside the project. */
  readonly output: Files;
  /** What ships with the tool: built-in templates, standards, fonts. Read only. */
  readonly shipped: ReadonlyFiles;
  /** Version of the tool, as in `0.1.0`. */
  readonly version: string;
  /**
   * Everything outside the project that a document depends on, as one text: the tool's own code, what
   * ships with it, and the browser. Equal texts mean equal documents. Starts nothing.
   */
  readonly surroundings: () => string;
  readonly clock: Clock;
  /** Starts the browser, or gives the one that runs. Rejects with `browser-missing`. */
  readonly printer: () => Promise<Printer>;
  /**
   * Lends what turns drawings into pixels. Undefined where there is none; whoever asks goes without.
   */
  readonly rasterizer?: () => Promise<Rasterizer>;
  /** Starts a thread, or gives the one that runs. Undefined where all must be done in this one. */
  readonly aside?: () => Aside;
  /** A place to put bytes away until they are needed again; without it, they stay in memory. */
  readonly openShelf?: () => Shelf;
  /** Ends what the host holds (the browser). Safe to call twice. */
  readonly close: () => Promise<void>;
}

export interface ReadonlyFiles {
  /**
   * Files below a folder, recursively, sorted by code point; a missing folder gives none. A path that
   * ends in a slash is a linked folder outside of the root: reading it throws `path-outside`.
   */
  list(folder: string): Promise<readonly string[]>;
  /** The bytes of a file. Throws `file-missing`, `file-unreadable` or `path-outside`. */
  read(path: string): Promise<Uint8Array>;
  /** Size in bytes, or undefined where there is no such file. */
  size(path: string): Promise<number | undefined>;
}

export interface Files extends ReadonlyFiles {
  /** Absolute path of the root, for messages only. */
  readonly root: string;
  /**
   * For each path, what tells its file from every other state of it, without reading it; undefined
   * where there is no file. Of a file that was changed just now, see `changedMs`, it tells nothing.
   */
  stamps(paths: readonly string[]): readonly (FileStamp | undefined)[];
  /** Replaces a file in one step: it is either the old one or the whole new one, never between. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /**
   * Replaces several files. All of the new ones are whole and on the disk before the first takes its
   * place, then each takes it in one step, in the order given. A failure before that changes nothing.
   */
  replace(files: ReadonlyMap<string, Contents>): Promise<void>;
  /** Deletes a file; one that is not there is no error. */
  remove(path: string): Promise<void>;
  /**
   * Holds a lock on a folder while `work` runs; `''` is the root. Throws `locked`, naming who holds
   * it. Temporary files that a run left in the folder when it was killed are deleted first, so while
   * others may lock a folder, write into it only under its lock.
   */
  withLock<T>(folder: string, options: LockOptions, work: () => Promise<T>): Promise<T>;
}

/** Size, times and place of a file on its disk. */
export interface FileStamp {
  readonly mark: string;
  /** When it was last changed, in milliseconds since 1970. A second change may follow in the same tick. */
  readonly changedMs: number;
}

export interface LockOptions {
  /** How long to wait for another run to finish. */
  readonly waitMs: number;
  /** Called when the lock is held by somebody, and when a dead run had left it; once each at most. */
  readonly onNotice: (message: string) => void;
}

export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** SOURCE_DATE_EPOCH in milliseconds, where the environment sets it. */
  readonly sourceDateMs: number | undefined;
}

/** Turns drawings into pixels, without a browser: equal drawings give equal bytes. */
export interface Rasterizer {
  /** Throws where the text is no SVG. Nothing that the drawing names is fetched. */
  draw(drawing: RasterJob): Promise<Raster>;
}

/** A drawing that looks the same everywhere. */
export interface Raster {
  readonly png: Uint8Array;
  /** The same as SVG, its letters as outlines: it needs no font, and holds no words any more. */
  readonly outlines: string;
}

export interface RasterJob {
  /** SVG as text, with a size of its own. */
  readonly svg: string;
  /** WOFF2 files, by the family that the drawing names; the others serve for characters it lacks. */
  readonly fonts: readonly { readonly family: string; readonly bytes: Uint8Array }[];
  /** Pixels of the picture for one of the drawing. */
  readonly scale: number;
}

/** Prints HTML to PDF in a browser that sees no script, no network and no file. */
export interface Printer {
  readonly browser: BrowserInfo;
  /** Throws `browser-failed` or `print-timeout`; the next call finds a fresh browser. */
  print(job: PrintJob): Promise<PrintResult>;
  /**
   * Shows a document on a screen, as shut in as for printing, and answers questions about it: one
   * answer a view, plain JSON. Throws as `print` does.
   */
  examine(job: ExamineJob): Promise<readonly unknown[]>;
}

export interface PrintJob {
  /** A whole, self-contained document. */
  readonly html: string;
  readonly timeoutMs: number;
}

export interface ExamineJob extends PrintJob {
  /** Source of functions for the questions; it sees the document, and the document does not see it. */
  readonly library: string;
  readonly views: readonly PageView[];
}

/** One way to show a document, and what is asked about it then. */
export interface PageView {
  readonly widthPx: number;
  readonly scheme: 'light' | 'dark';
  /** An expression of JavaScript; a promise is waited for. */
  readonly question: string;
}

export interface PrintResult {
  /** The PDF as the browser made it, but for the numbers of its tags; only its dates differ between runs. */
  readonly bytes: Uint8Array;
  /** Elements wider than the column they stand in under print media, as short texts. */
  readonly overflowing: readonly string[];
}

export interface BrowserInfo {
  /** As in `Chrome/153.0.7204.49`. */
  readonly version: string;
  readonly origin: BrowserOrigin;
  readonly executable: string;
  readonly isSandboxed: boolean;
}

/** Where the browser was found. */
export type BrowserOrigin = 'named' | 'bundled' | 'puppeteer' | 'installed';
