/** Which edition a brief is as it stands, and what that edition says of the others. */
import { canonicalJson } from '../../model/canonical.ts';
import { type Content, contentOf } from '../../model/edition-content.ts';
import type { EditionFacts } from '../../model/edition-facts.ts';
import { sha256 } from '../../model/hash.ts';
import type { Edition } from '../../model/schema/edition.ts';
import type { Resolved, Selected } from '../../model/stages.ts';

/** content → the hash that a lock file holds. */
export function hashOfContent(content: Content): string {
  return sha256(canonicalJson(content));
}

/**
 * A released edition, all editions of its brief → what it prints about itself. The last edition for
 * the same audience is the one in force; one for another audience takes nobody's place.
 */
export function factsOf(lock: Edition, all: readonly Edition[]): EditionFacts {
  const last = all.findLast(({ audience }) => audience === lock.audience);
  const isLast = last === undefined || last.edition <= lock.edition;
  return {
    number: lock.edition,
    since: lock.since,
    changes: lock.changes ?? [],
    supersededBy: isLast ? undefined : { edition: last.edition, released: last.released },
  };
}

/** selected brief, its editions → the facts of the last one where nothing has changed since, else none. */
export function currentEdition(
  selected: Selected,
  resolved: Resolved,
  editions: readonly Edition[],
): EditionFacts | undefined {
  const last = editions.findLast(({ audience }) => audience === selected.audience);
  if (last === undefined) return undefined;
  const isSame = hashOfContent(contentOf(selected, resolved)) === last.contentHash;
  return isSame ? factsOf(last, editions) : undefined;
}
