/** The last checks: what a file claims, and whether the other checks bear it out. */
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

/** A finished file says what it is meant to meet; one of ours does so only after its audit. */
export const identificationRule: Rule = {
  code: 'pdf-identification-missing',
  requirement: 'the file says that it is meant to meet PDF/UA-1',
  standards: ['PDF/UA-1'],
  source: 'ISO 14289-1, 5; Matterhorn 06-002',
  check: ({ xmp = '' }, expected) => {
    if (expected !== undefined) return undefined;
    return xmpValues(xmp, 'pdfuaid:part').includes('1')
      ? []
      : [
          diagnose('pdf-identification-missing', {
            standard: 'PDF/UA-1',
            property: 'pdfuaid:part',
          }),
        ];
  },
};

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
