/** "Somewhere in the report" is no evidence that a reader can check. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { placeOf } from '../../model/place.ts';
import type { Resolved } from '../../model/stages.ts';
import { piecesOf } from '../../model/support.ts';

/** graph → `evidence-locator-missing`. Data sets, posts and pages have no places to point at. */
export function locators({ records }: Resolved): Diagnostic[] {
  return [...records.finding.values()].flatMap((finding) =>
    piecesOf(records, finding)
      .filter(({ piece, source }) => piece.locator === undefined && !isShort(source.data.type))
      .map(({ index, source }) => {
        const slots = { id: finding.id, source: source.id };
        return diagnose(
          'evidence-locator-missing',
          slots,
          placeOf(finding, ['evidence', index, 'source']),
        );
      }),
  );
}

function isShort(type: string): boolean {
  return ['dataset', 'post', 'graphic', 'figure', 'map', 'personal_communication'].includes(type);
}
