/** What a page asks to be shown, from the query of its address. */
import { papers } from '../../model/formats.ts';
import { markings } from '../../model/marking.ts';
import type { ViewChoice } from './messages.ts';

/** `brief=…&audience=…&paper=…` → choice; values that are not known count as not given. */
export function readChoice(query: URLSearchParams): ViewChoice {
  const audience = markings.find((one) => one === query.get('audience'));
  const paper = papers.find((one) => one === query.get('paper'));
  return {
    brief: query.get('brief') ?? '',
    ...(audience === undefined ? {} : { audience }),
    ...(paper === undefined ? {} : { paper }),
  };
}

/** Equal choices have equal keys. */
export function keyOf({ brief, audience, paper }: ViewChoice): string {
  return JSON.stringify([brief, audience ?? null, paper ?? null]);
}
