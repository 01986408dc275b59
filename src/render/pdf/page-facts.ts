/**
 * What the HTML says and the printed PDF does not: how links are called, what abbreviations stand
 * for. `prepareForPrint` collects these facts and marks the page so that they can be found again.
 */

/** Links of a page, by what they lead to, in order. */
export class PageLinks {
  readonly #byTarget = new Map<string, PageLink[]>();

  add(target: string, link: PageLink): void {
    const links = this.#byTarget.get(target);
    if (links === undefined) this.#byTarget.set(target, [link]);
    else links.push(link);
  }

  /** The next link to this target; the last one again where the browser made one more of it. */
  next(target: string): PageLink | undefined {
    const links = this.#byTarget.get(target);
    return links !== undefined && links.length > 1 ? links.shift() : links?.[0];
  }
}

export interface PageLink {
  /** What a screen reader says: `aria-label`, else the text. Not empty. */
  readonly label: string;
  /** `doc-noteref`, `doc-backlink`, `doc-biblioref`…, where the page says so. */
  readonly role: string | undefined;
}

export interface PageFacts {
  readonly links: PageLinks;
  /** What abbreviations stand for, by the number in their language mark. */
  readonly expansions: readonly string[];
  /** The headings in order, as they were written. */
  readonly headings: readonly string[];
}
