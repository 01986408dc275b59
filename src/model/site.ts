/** The index of everything that was published: what goes from stage to stage while it is made. */
import type { DocumentMeta, PublisherMeta } from './document.ts';
import type { Format } from './formats.ts';
import type { Marking } from './marking.ts';

/** What a manifest says about a document, besides its files, for whoever lists it. Dates are EDTF. */
export interface About {
  readonly issued: string;
  readonly updated?: string;
  readonly status: DocumentMeta['status'];
  readonly tags: readonly string[];
  /** One for each language, the brief's own first. */
  readonly versions: readonly AboutVersion[];
}

/** A document in one language. */
export interface AboutVersion {
  readonly lang: string;
  readonly title: string;
  /** Plain text. */
  readonly description: string;
  /** Its files are called this, and an ending. */
  readonly stem: string;
}

/** A document that lies in the output folder. */
export interface Published {
  readonly id: string;
  readonly marking: Marking;
  readonly readMinutes: number;
  readonly about: About;
  readonly files: readonly PublishedFile[];
}

/** One of its files. */
export interface PublishedFile {
  readonly format: Format;
  readonly name: string;
  readonly bytes: number;
}

/** What an index says, in the language of the office, ready to be rendered. */
export interface SiteIndex {
  readonly title: string;
  readonly description?: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly publisher: PublisherMeta;
  /** Where the output folder will lie, with a slash at its end; undefined where nobody has said. */
  readonly url?: string;
  /** The strictest label of what is named. */
  readonly marking: Marking;
  readonly labels: Readonly<Record<string, string>>;
  /** Newest first. */
  readonly entries: readonly SiteEntry[];
}

/** One document in the index. */
export interface SiteEntry {
  readonly id: string;
  readonly marking: Marking;
  /** What a reader must know before opening it: draft, withdrawn. */
  readonly state?: string;
  readonly tags: readonly string[];
  /** Four digits, or however the year is known. */
  readonly year: string;
  readonly issuedText: string;
  /** Value of `<time datetime>`, where HTML has one. */
  readonly issuedIso?: string;
  readonly readTime: string;
  /** Midnight UTC of the first and the last day, for programs. */
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly versions: readonly SiteVersion[];
}

/** One document in one language. */
export interface SiteVersion {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Name of the language, in that language. */
  readonly langName: string;
  readonly title: string;
  readonly description: string;
  /** The one to open first comes first; at least one. */
  readonly files: readonly PublishedFile[];
}

/** A finished file of the index. */
export interface SiteFile {
  readonly name: 'index.html' | 'feed.xml' | 'feed.json';
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
