/** What readers call the formats, and what programs call them. */
import type { Format } from '../../model/formats.ts';

export const formatLabels: Readonly<Record<Format, string>> = {
  html: 'HTML',
  pdf: 'PDF',
  docx: 'Word',
  email: 'Mail',
  md: 'Markdown',
  json: 'JSON',
  csv: 'CSV',
  stix: 'STIX',
};

/** Source: IANA, media types. */
export const mediaTypes: Readonly<Record<Format, string>> = {
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  email: 'message/rfc822',
  md: 'text/markdown',
  json: 'application/json',
  csv: 'text/csv',
  stix: 'application/stix+json',
};
