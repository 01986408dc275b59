/**
 * Prunes a record once, for as long as everything that decided about it is the same: a project that is
 * read again and again holds the very same records but for those that were edited.
 */
import { remember } from '../model/remember.ts';
import type { Entry, Ref } from '../model/stages.ts';
import { type Pruned, type Pruning, prune } from './prune.ts';

/** What came of a record, and what was asked on the way. */
interface Known {
  readonly pruned: Pruned;
  /** Record that it refers to → whether that was withheld. */
  readonly asked: ReadonlyMap<Ref, boolean>;
}

/** The latest for each audience and rule of a record. */
const knownOf = remember((_: Entry) => new Map<string, Known>());

/** As `prune` does, and the same object as before where nothing has changed. */
export function pruneAgain(entry: Entry, pruning: Pruning): Pruned {
  const { audience, dropsBare, isWithheld } = pruning;
  const key = `${audience} ${dropsBare}`;
  const known = knownOf(entry).get(key);
  if (known !== undefined && isAnsweredAlike(known.asked, isWithheld)) return known.pruned;
  const asked = new Map<Ref, boolean>();
  const noted = (ref: Ref) => {
    const answer = isWithheld(ref);
    asked.set(ref, answer);
    return answer;
  };
  const pruned = prune(entry, { ...pruning, isWithheld: noted });
  knownOf(entry).set(key, { pruned, asked });
  return pruned;
}

function isAnsweredAlike(
  asked: ReadonlyMap<Ref, boolean>,
  isWithheld: Pruning['isWithheld'],
): boolean {
  for (const [ref, answer] of asked) if (isWithheld(ref) !== answer) return false;
  return true;
}
