/** Diagnostics of marking and of what an audience may see. They name ids, never withheld words. */
import { error, info, warning } from './define.ts';

export const markingCodes = {
  'marking-stricter-than-brief': error(
    (s: { kind: string; id: string; marking: string; brief: string; label: string }) =>
      `the ${s.kind} "${s.id}" is ${s.marking}, but the brief "${s.brief}" that uses it is ${s.label}`,
    (s) => `mark the brief ${s.marking}, take the ${s.kind} out, or build with --audience`,
  ),
  'marking-default-missing': warning(
    (s: { count: number }) =>
      `${s.count} records carry no marking and there is no default: they count as TLP:RED`,
    () => 'add "defaults:" with "marking: TLP:CLEAR" (or another label) to the publisher',
  ),
  'brief-withheld': info(
    (s: { brief: string; label: string; audience: string }) =>
      `the brief "${s.brief}" is ${s.label} and is not built for ${s.audience}`,
    () => 'its own words are marked; "portions:" marks them apart from the whole',
  ),
  'mention-withheld': error(
    (s: { kind: string; id: string; audience: string }) =>
      `the ${s.kind} "${s.id}" prints a value that ${s.audience} may not see`,
    (s) => `mark the ${s.kind} as strictly as what it mentions, or take the value out of its text`,
  ),
  'takeaway-dropped': warning(
    (s: { id: string; audience: string }) =>
      `the takeaway "${s.id}" is left out: ${s.audience} may see none of its findings`,
    () => 'set "withoutEvidence: keep" under the publisher\'s "defaults:" to print it all the same',
  ),
  'errors-withheld': error(
    (s: { count: number; audience: string }) =>
      `${s.count} ${s.count === 1 ? 'message is' : 'messages are'} about records that ${s.audience} may not see, an error among them`,
    () => 'run "brief check" to read them',
  ),
  'messages-withheld': info(
    (s: { count: number; audience: string }) =>
      `${s.count} ${s.count === 1 ? 'message is' : 'messages are'} about records that ${s.audience} may not see`,
    () => 'run "brief check" to read them',
  ),
  'leak-found': error(
    (s: { file: string; where: string; audience: string }) =>
      `${s.file} was not released: ${s.where} holds something withheld from ${s.audience}`,
    () => 'this is a fault of the tool or of a template; nothing was written',
  ),
} as const;
