/**
 * Rules about evidence, one file each: how well a takeaway stands on its findings, and they on their
 * sources. Whether it stands at all is in `usage.ts`.
 */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Resolved } from '../model/stages.ts';
import { type Steps, stepByStep } from '../model/steps.ts';
import { contradictions } from './evidence/contradictions.ts';
import { copies } from './evidence/copies.ts';
import { grades } from './evidence/grades.ts';
import { locators } from './evidence/locators.ts';
import { variety } from './evidence/variety.ts';

const rules: readonly ((resolved: Resolved) => Diagnostic[])[] = [
  contradictions,
  copies,
  grades,
  locators,
  variety,
];

/** graph → everything the rules have to say, a rule a step. */
export function checkEvidence(resolved: Resolved): Steps<Diagnostic[]> {
  return stepByStep(rules, (rule) => rule(resolved));
}
