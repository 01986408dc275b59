/** Codes that an office may weigh differently, in `rules:` of the publisher or `silence:` of a record. */

import { evidenceCodes } from '../model/codes/evidence.ts';
import type { Code } from '../model/codes.ts';
import { languageRuleCodes } from './language.ts';

/** Rules about language, and those about content that are a matter of judgement. */
export const overridableCodes: ReadonlySet<Code> = new Set<Code>([
  ...languageRuleCodes,
  // Codes are the keys of their own table.
  ...(Object.keys(evidenceCodes) as (keyof typeof evidenceCodes)[]),
  'citation-loose',
  'date-order',
  'markup-inert',
  'markup-unclosed',
  'mention-unread',
  'section-empty',
  'character-invisible',
  'url-lookalike',
  'superseded-used',
]);
