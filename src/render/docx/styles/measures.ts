/** Lengths that styles and handlers share, in twips. */

/** Room for a date in front of an event. */
export const timelineHang = 1700;

/** How far quotations, terms and works cited hang or stand in. */
export const entryHang = 400;
