/** Diagnostics of tying ids to records. */
import { error, warning } from './define.ts';

export const resolveCodes = {
  'reference-missing': error(
    (s: { kind: string; id: string }) => `there is no ${s.kind} "${s.id}"`,
  ),
  'reference-value-missing': error(
    (s: { kind: string; id: string; value: string }) =>
      `the ${s.kind} "${s.id}" has no value "${s.value}"`,
    (s) => (s.kind === 'finding' ? 'give it a "value:" or "values:"' : 'only findings have values'),
  ),
  'reference-ambiguous': warning(
    (s: { id: string; kind: string }) =>
      `several records are called "${s.id}"; this link leads to the ${s.kind}`,
    () => 'give the others another id',
  ),
  'tag-unused': error(
    (s: { tag: string }) => `no takeaway has the tag "${s.tag}"`,
    () => 'add the tag to the takeaways that belong here, or name them by their ids',
  ),
  'reference-cycle': error(
    (s: { path: string }) => `these records refer to each other in a circle: ${s.path}`,
    () => 'take one of the links out',
  ),
  'reference-target-unprintable': error(
    (s: { id: string; kind: string }) => `a link to the ${s.kind} "${s.id}" has nothing to print`,
    () =>
      'link to a figure, a takeaway or a value of a finding, or write words between the brackets',
  ),
  'value-contradicted': error(
    (s: { id: string; written: string; value: string }) =>
      `the text says ${s.written}, but the value of "${s.id}" is ${s.value}`,
    () => 'leave the brackets empty, and the value is printed by itself',
  ),
  'retracted-cited': error(
    (s: { kind: string; id: string }) =>
      `the ${s.kind} "${s.id}" has been retracted and is still used`,
    () => 'take it out, or use what supersedes it',
  ),
  'takeaway-without-evidence': error(
    (s: { id: string }) => `the takeaway "${s.id}" rests on no finding`,
    () => 'name at least one finding under "findings:"',
  ),
  'finding-without-evidence': error(
    (s: { id: string }) => `the finding "${s.id}" rests on no source`,
    () => 'name at least one source under "evidence:"',
  ),
  'superseded-used': warning(
    (s: { id: string; by: string }) => `the finding "${s.id}" has been superseded by "${s.by}"`,
    (s) => `use "${s.by}" instead`,
  ),
} as const;
