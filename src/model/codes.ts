/**
 * Every diagnostic there is. Codes are `subject-problem`, never renamed; the rows stand in one file
 * an area, below `codes/`.
 */
import { auditCodes } from './codes/audit.ts';
import { docxAuditCodes } from './codes/audit-docx.ts';
import { htmlAuditCodes } from './codes/audit-html.ts';
import { checkCodes } from './codes/check.ts';
import { citationCodes } from './codes/citation.ts';
import { composeCodes } from './codes/compose.ts';
import type { CodeEntry } from './codes/define.ts';
import { editionCodes } from './codes/edition.ts';
import { environmentCodes } from './codes/environment.ts';
import { evidenceCodes } from './codes/evidence.ts';
import { figureCodes } from './codes/figure.ts';
import { languageCodes } from './codes/language.ts';
import { loadCodes } from './codes/load.ts';
import { markingCodes } from './codes/marking.ts';
import { projectCodes } from './codes/project.ts';
import { renderCodes } from './codes/render.ts';
import { resolveCodes } from './codes/resolve.ts';
import { scheduleCodes } from './codes/schedule.ts';
import { siteCodes } from './codes/site.ts';
import { themeCodes } from './codes/theme.ts';
import { translationCodes } from './codes/translation.ts';
import { writeCodes } from './codes/write.ts';

/** Code → severity, message and remedy. */
export const codes = {
  ...loadCodes,
  ...checkCodes,
  ...resolveCodes,
  ...markingCodes,
  ...composeCodes,
  ...citationCodes,
  ...editionCodes,
  ...evidenceCodes,
  ...figureCodes,
  ...languageCodes,
  ...siteCodes,
  ...themeCodes,
  ...translationCodes,
  ...renderCodes,
  ...auditCodes,
  ...htmlAuditCodes,
  ...docxAuditCodes,
  ...environmentCodes,
  ...writeCodes,
  ...projectCodes,
  ...scheduleCodes,
};

export type Code = keyof typeof codes;

/** What a code's message needs to know. */
export type Slots<C extends Code> = (typeof codes)[C] extends CodeEntry<infer S> ? S : never;
