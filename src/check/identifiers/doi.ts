/** Digital object identifiers. Source: Crossref, "DOIs and matching regular expressions" (2015). */
import type { Flaw } from './flaw.ts';

/** `10.1000/182` → undefined; anything else → its flaw. */
export function doiFlaw(doi: string): Flaw | undefined {
  if (/^10\.\d{4,9}\/\S+$/.test(doi)) return undefined;
  const bare = /10\.\d{4,9}\/\S+/.exec(doi)?.[0];
  return bare === undefined
    ? { problem: 'is not a DOI', hint: 'a DOI starts with 10. and has a slash in it: 10.1000/182' }
    : { problem: 'is more than a DOI', hint: `write ${bare}` };
}
