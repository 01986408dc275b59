/** The last check: a file must not claim what the other checks do not show. */
import { diagnose } from '../../../model/diagnostic.ts';
import { type AuditReport, hasPassed, type Standard } from '../../report.ts';
import type { Rule } from '../rule.ts';
import { xmpValues } from '../xmp-values.ts';

/** The checks so far → the check of the file's claims. */
export function claimRule(report: AuditReport): Rule {
  return {
    code: 'pdf-claim-unproven',
    requirement: 'the file claims only standards whose checks it passed',
    standards: ['own'],
    source: 'own rule, on ISO 14289-1, 5 and ISO 19005-3, 6.6.4',
    check: ({ xmp = '' }) => {
      const claimed = identifications.filter(({ name, part }) =>
        xmpValues(xmp, name).includes(part),
      );
      if (claimed.length === 0) return undefined;
      return claimed
        .filter(({ standard }) => !hasPassed(report, standard))
        .map(({ standard }) => diagnose('pdf-claim-unproven', { standard }));
    },
  };
}

interface Identification {
  readonly name: string;
  /** The part whose checks there are; of others nothing is known here. */
  readonly part: string;
  readonly standard: Standard;
}

const identifications: readonly Identification[] = [
  { name: 'pdfuaid:part', part: '1', standard: 'PDF/UA-1' },
  { name: 'pdfaid:part', part: '3', standard: 'PDF/A-3a' },
];
