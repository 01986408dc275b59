/** Diagnostics of what judgements rest on. Source of the grades: Admiralty / NATO AJP-2.1. */
import { error, warning } from './define.ts';

export const evidenceCodes = {
  'evidence-single-source': warning(
    (s: { id: string; source: string }) =>
      `the takeaway "${s.id}" rests on one source, "${s.source}"`,
    () => 'add a finding from another source, or silence this with the reason why one is enough',
  ),
  'evidence-single-publisher': warning(
    (s: { id: string; publisher: string }) =>
      `all sources of the takeaway "${s.id}" were published by ${s.publisher}`,
    () => 'add a finding from a source with another publisher, or silence this with a reason',
  ),
  'evidence-ungraded': warning(
    (s: { id: string }) =>
      `every source of the takeaway "${s.id}" is of unknown reliability or credibility (F or 6)`,
    () => 'F and 6 mean unknown, not bad: grade the sources, or add one that can be judged',
  ),
  'evidence-contradiction-unmentioned': warning(
    (s: { id: string; source: string }) =>
      `"${s.source}" contradicts what the takeaway "${s.id}" rests on, and the takeaway does not say so`,
    (s) => `cite it in the body, as in [@${s.source}], or write "alternatives:"`,
  ),
  'evidence-locator-missing': warning(
    (s: { id: string; source: string }) =>
      `the finding "${s.id}" does not say where in "${s.source}" it stands`,
    () => 'add "locator:", as in "p. 3" or "para. 5"',
  ),
  'evidence-quote-missing': error(
    (s: { source: string; file: string }) =>
      `these words are not in ${s.file}, the archived copy of "${s.source}"`,
    () => 'copy them from the source letter by letter, or correct the copy',
  ),
  'evidence-copy-changed': error(
    (s: { source: string; file: string }) =>
      `${s.file} is not the copy of "${s.source}" that was archived: its SHA-256 differs`,
    () => 'restore the copy, or, if it was replaced on purpose, write its new sha256',
  ),
} as const;
