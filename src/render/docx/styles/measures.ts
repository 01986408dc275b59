/** Lengths that styles and handlers share, in twips. */
import { LineRuleType } from 'docx';

/** Room for a date in front of an event. */
export const timelineHang = 1700;

/** How far quotations, terms and works cited hang or stand in. */
export const entryHang = 400;

/**
 * times → distance of lines, in lines of the font; those of Source Serif 4 stand apart as they are.
 * Source: ECMA-376 Part 1, 17.3.1.33: 240 is one line.
 */
export function lines(times: number) {
  return { line: Math.round(240 * times), lineRule: LineRuleType.AUTO };
}
