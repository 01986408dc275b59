/** What a brief can be built as. */

/** Formats a brief can be built in. */
export const formats = ['md', 'html', 'pdf', 'docx', 'json', 'stix', 'csv', 'email'] as const;

/** One of the formats. */
export type Format = (typeof formats)[number];

/** Sheet sizes. */
export const papers = ['A4', 'Letter'] as const;

/** One of the sheet sizes. */
export type Paper = (typeof papers)[number];
