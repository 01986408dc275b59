/** What the renderers get: the composed tree with everything that stands around it. */
import type { Root } from 'mdast';
import type { Contents } from './contents.ts';
import type { Content } from './edition-content.ts';
import type { EditionName } from './edition-facts.ts';
import type { Format, Paper } from './formats.ts';
import type { BrowserInfo } from './host.ts';
import type { Marking } from './marking.ts';

export type { Format, Paper };

/** A composed brief: one tree, ready for every renderer. */
export interface Composed {
  readonly meta: DocumentMeta;
  readonly tree: Root;
  readonly look: Look;
  /** The records that the brief draws on, as its audience may see them. */
  readonly graph: Content;
}

/** What stands in file properties, meta tags and running headers. Dates are EDTF strings. */
export interface DocumentMeta {
  readonly id: string;
  /**
   * Name of its files without the ending: the id, `edition-1-reprint` where another edition has taken
   * its place, and the label where it is above CLEAR.
   */
  readonly fileStem: string;
  readonly template: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly subtitle?: string;
  /** Plain text of the standfirst, for descriptions. */
  readonly description: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly publisher: PublisherMeta;
  readonly authors: readonly AuthorMeta[];
  readonly issued: string;
  readonly updated?: string;
  /** `issued` as a reader sees it, in the brief's language. */
  readonly issuedText: string;
  readonly status: 'draft' | 'review' | 'final' | 'withdrawn';
  /** The label of this document: what the audience was cleared for, or stricter content demanded. */
  readonly marking: Marking;
  readonly edition?: string;
  /** The edition that has taken its place, where an old one is printed again; `text` says so. */
  readonly supersededBy?: EditionName & { readonly text: string };
  readonly words: number;
  /** Whole minutes, at least 1. */
  readonly readMinutes: number;
  readonly keywords: readonly string[];
  readonly licence?: string;
  /** The works cited, as CSL-JSON, in order of the bibliography. */
  readonly references: readonly CslItem[];
  /** The moment that stands in file properties: SOURCE_DATE_EPOCH, else the brief's own date. */
  readonly timestampMs: number;
  /** Interface words in the brief's language, by key: `pageOf`, `contents`, `notes`… */
  readonly labels: Readonly<Record<string, string>>;
}

export interface PublisherMeta {
  readonly name: string;
  readonly url?: string;
  /** Public address, which mail comes from. */
  readonly email?: string;
  readonly logo?: { readonly dataUrl: string; readonly alt: string };
  /** The line that says this is only a sample. */
  readonly sample?: string;
}

export interface AuthorMeta {
  readonly name: string;
  /** Innermost first: unit, then the body it belongs to. */
  readonly affiliations: readonly string[];
  readonly orcid?: string;
  readonly isOrganisation: boolean;
}

/** One item of CSL-JSON, dates as `date-parts`. */
export type CslItem = Readonly<Record<string, unknown>> & { readonly id: string };

/** Everything that decides how pages look; all of it in memory. */
export interface Look {
  readonly paper: Paper;
  /** Template of the HTML page (Handlebars). */
  readonly page: TemplateFile;
  /** Template and styles of the mail. */
  readonly mail: MailLook;
  /** Screen styles, then print styles, in order of the cascade. */
  readonly screenCss: string;
  readonly printCss: string;
  /** The office's own style sheet, the last word of the cascade. */
  readonly houseCss?: string;
  readonly fonts: readonly FontFace[];
  /** Factor for the type of charts, where the font for labels runs wider than they reckon with. */
  readonly labelScale?: number;
  readonly theme: Readonly<Record<string, string>>;
}

/** What a mail is made with: a Handlebars template, and rules that are written into its elements. */
export interface MailLook {
  readonly page: TemplateFile;
  readonly css: string;
}

export interface TemplateFile {
  readonly path: string;
  readonly text: string;
}

/** One font file, ready to be embedded. */
export interface FontFace {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** CSS `unicode-range`, or undefined where the file is the whole font. */
  readonly unicodeRange?: string;
  /** WOFF2; a file of the project may be TTF or OTF too. */
  readonly bytes: Uint8Array;
}

/** One finished file. */
export interface Artifact {
  readonly brief: string;
  readonly format: Format;
  /** Name inside the output folder: `lulls-are-not-defeat.pdf`. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Pages, for paged formats. */
  readonly pages?: number;
  readonly browser?: BrowserInfo;
  /** Files that this one names and that lie beside it, as the pictures of a Markdown file. */
  readonly parts?: readonly ArtifactPart[];
}

/** An artifact on its way to the output folder; its bytes may have been put away meanwhile. */
export interface Finished extends Omit<Artifact, 'bytes'> {
  readonly bytes: Contents;
}

/** A file that goes along with an artifact. */
export interface ArtifactPart {
  /** Name inside the output folder, at most one folder deep. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
