/**
 * Makes of what Chromium printed a file that can leave the office: tags put right, artifacts marked,
 * metadata complete, nothing that depends on when or where it was made. Text and look stay as they
 * are.
 */
import { createHash } from 'node:crypto';
import type { DocumentMeta } from '../../model/document.ts';
import { openFile } from '../../model/pdf/open-file.ts';
import { PdfString } from '../../model/pdf/values.ts';
import { type Attachment, attach } from './attach.ts';
import { markArtifacts } from './marks/mark-artifacts.ts';
import { mendTextMaps } from './mend-text-maps.ts';
import type { PageFacts } from './page-facts.ts';
import { repairDestinations } from './repair-destinations.ts';
import { repairOutline } from './repair-outline.ts';
import { clearStructure } from './structure/clear-structure.ts';
import { readStructure } from './structure/read-structure.ts';
import { repairStructure } from './structure/repair-structure.ts';
import { writeStructure } from './structure/write-structure.ts';
import { writeFile } from './write-file.ts';
import { writeMetadata } from './write-metadata.ts';

export interface FinishOptions {
  readonly meta: DocumentMeta;
  readonly facts: PageFacts;
  readonly attachments: readonly Attachment[];
}

export interface FinishedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/**
 * A PDF as the browser made it → the finished PDF. A file without tags is finished as far as it can
 * be; the audit says so.
 */
export async function finishPdf(printed: Uint8Array, options: FinishOptions): Promise<FinishedPdf> {
  const pdf = await openFile(printed);
  const { meta, facts, attachments } = options;
  const root = readStructure(pdf);
  if (root !== undefined) {
    clearStructure(pdf, root);
    const { losers, bodyTops } = markArtifacts(pdf, root);
    repairOutline(pdf, losers, facts.headings);
    repairDestinations(pdf, bodyTops);
    repairStructure(root, facts, meta.lang);
    writeStructure(pdf, root);
  }
  mendTextMaps(pdf);
  writeMetadata(pdf, meta);
  attach(pdf, attachments, meta.timestampMs);
  const blank = new PdfString('0'.repeat(ID_DIGITS), true);
  pdf.objects.trailer.set('ID', [blank, blank]);
  return { bytes: stampId(writeFile(pdf.objects)), pages: pdf.pages.length };
}

/** Two times 16 bytes, as is customary. */
const ID_DIGITS = 32;

/** The trailer's ID is the hash of the file without it. Source: ISO 32000-1, 14.4. */
function stampId(file: Buffer): Buffer {
  const digest = createHash('sha256').update(file).digest('hex').slice(0, ID_DIGITS);
  const blank = `<${'0'.repeat(ID_DIGITS)}>`;
  const second = file.lastIndexOf(blank);
  const first = file.lastIndexOf(blank, second - 1);
  for (const at of [first, second]) file.write(digest.toUpperCase(), at + 1, 'latin1');
  return file;
}
