/**
 * What the HTML says and the printed PDF does not: how links are called, what abbreviations stand
 * for. `prepareForPrint` collects these facts and marks the page so that they can be found again.
 */

export interface PageLink {
  /** What a screen reader says: `aria-label`, else the text. Not empty. */
  readonly label: string;
  /** `doc-noteref`, `doc-backlink`, `doc-biblioref`…, where the page says so. */
  readonly role: string | undefined;
}

/** Plain data, so that it can be carried into a thread. */
export interface PageFacts {
  /** Links of a page, by what they lead to, in order. */
  readonly links: ReadonlyMap<string, readonly PageLink[]>;
  /** What abbreviations stand for, by the number in their language mark. */
  readonly expansions: readonly string[];
  /** The headings in order, as they were written. */
  readonly headings: readonly string[];
}

/** Takes the links of a page one after the other. */
export class LinkReader {
  readonly #links: PageFacts['links'];
  readonly #taken = new Map<string, number>();

  constructor(links: PageFacts['links']) {
    this.#links = links;
  }

  /** The next link to this target; the last one again where the browser made one more of it. */
  next(target: string): PageLink | undefined {
    const links = this.#links.get(target) ?? [];
    const at = this.#taken.get(target) ?? 0;
    this.#taken.set(target, at + 1);
    return links[Math.min(at, links.length - 1)];
  }
}
