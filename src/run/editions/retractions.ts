/** What was retracted on the way from one edition to another: a lock shows what was left, not why. */
import { refOf } from '../../model/place.ts';
import type { Edition } from '../../model/schema/edition.ts';
import type { Records } from '../../model/stages.ts';

/**
 * editions, numbers of the older and the newer one, records as they are now where they are compared →
 * the findings and sources that an edition after the older one, up to the newer, told as retracted.
 */
export function retractedBetween(
  editions: readonly Edition[],
  older: number,
  newer: number,
  records?: Pick<Records, 'finding' | 'source'>,
): ReadonlySet<string> {
  const told = editions
    .filter(({ edition }) => edition > older && edition <= newer)
    .flatMap(({ changes = [] }) => changes)
    .filter(({ what }) => what === 'retracted')
    .map(({ subject, id }) => `${subject}/${id}`);
  const now = [...(records?.finding.values() ?? []), ...(records?.source.values() ?? [])]
    .filter(({ data }) => data.status === 'retracted')
    .map((entry): string => refOf(entry));
  return new Set([...told, ...now]);
}
