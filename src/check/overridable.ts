/** Codes that an office may weigh differently, in `rules:` of the publisher or `silence:` of a record. */
import type { Code } from '../model/codes.ts';
import { languageRuleCodes } from './language.ts';

/** Rules about language, and those about content that are a matter of judgement. */
export const overridableCodes: ReadonlySet<Code> = new Set<Code>([
  ...languageRuleCodes,
  'date-order',
  'markup-inert',
  'character-invisible',
  'url-lookalike',
  'superseded-used',
]);
