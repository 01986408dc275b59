/** Diagnostics of templates and of putting a brief together. */
import { error, warning } from './define.ts';

export const composeCodes = {
  'brief-missing': error((s: { id: string }) => `there is no brief "${s.id}"`),
  'template-missing': error((s: { name: string }) => `there is no template "${s.name}"`),
  'template-incomplete': error(
    (s: { name: string; file: string }) => `the template "${s.name}" has no file ${s.file}`,
  ),
  'template-broken': error((s: { problem: string }) => s.problem),
  'template-field-missing': error(
    (s: { name: string }) => `the template asks for "${s.name}", which a brief does not have`,
  ),
  'template-partial-missing': error(
    (s: { name: string }) => `the template includes "${s.name}", which does not exist`,
  ),
  'template-too-deep': error(
    (s: { limit: number }) => `partials include each other more than ${s.limit} levels deep`,
    () => 'look for a partial that includes itself',
  ),
  'template-endless': error(
    (s: { seconds: number }) => `the template did not come to an end within ${s.seconds} seconds`,
    () => 'look for loops inside loops over long lists',
  ),
  'template-needs': error(
    (s: { template: string; field: string }) => `the template "${s.template}" needs "${s.field}:"`,
    (s) => `add "${s.field}:" to the brief`,
  ),
  'template-needs-withheld': error(
    (s: { template: string; field: string; audience: string }) =>
      `the template "${s.template}" needs "${s.field}:", and of those in this brief ${s.audience} may see none`,
    () =>
      'build for an audience that may see more, relabel what these readers may see, or make a brief for them',
  ),
  'field-not-printed': warning(
    (s: { template: string; field: string }) =>
      `the template "${s.template}" does not print "${s.field}:", so readers will not see it`,
    (s) => `choose a template that prints it, move it into "sections:", or take "${s.field}:" out`,
  ),
  'template-block-inside-line': error(
    (s: { field: string }) =>
      `the field "${s.field}" has several paragraphs, but the template prints it inside a line`,
    () => 'keep the field to one paragraph, or give it a line of its own in the template',
  ),
  'takeaway-stale': error(
    (s: { id: string; since: string }) =>
      `the takeaway "${s.id}" is due for review since ${s.since}, and this office prints nothing stale`,
    () => 'look at it again and set its "reviewBy:" or its findings\' "asOf:" to a later day',
  ),
  'template-label-missing': error(
    (s: { key: string }) => `the template asks for the words "${s.key}", which no language has`,
  ),
} as const;
