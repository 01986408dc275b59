/** Checks of what archives ask of the file itself: its outer form, its colours, what it leaves out. */

import { diagnose } from '../../../model/diagnostic.ts';
import { dictionaryAt, entry, follow, listAt, nameAt, unpack } from '../../../model/pdf/objects.ts';
import { PdfDict, PdfStream } from '../../../model/pdf/values.ts';
import { encryptionOf } from '../encryption.ts';
import type { PdfView } from '../open-pdf.ts';
import type { Rule } from '../rule.ts';

export const archiveRules: readonly Rule[] = [
  {
    code: 'pdf-envelope-faulty',
    requirement: 'header, identifier and end of the file are as archives want them',
    standards: ['PDF/A-3a'],
    source: 'ISO 19005-3, 6.1.2 (header) and 6.1.3 (trailer)',
    check: (view) =>
      envelopeProblems(view).map((problem) => diagnose('pdf-envelope-faulty', { problem })),
  },
  {
    code: 'pdf-colour-undefined',
    requirement: 'an output intent with a profile says which red is red',
    standards: ['PDF/A-3a'],
    source: 'ISO 19005-3, 6.2.3 and 6.2.4.3',
    check: (view) =>
      colourProblems(view).map((problem) => diagnose('pdf-colour-undefined', { problem })),
  },
  {
    code: 'pdf-archive-feature',
    requirement: 'the file uses nothing that archives refuse',
    standards: ['PDF/A-3a'],
    source: 'ISO 19005-3, 6.1.7.2, 6.1.13, 6.2.5, 6.2.8, 6.2.9, 6.9, 6.10 and 6.11',
    check: (view) =>
      [...features(view)].map((feature) => diagnose('pdf-archive-feature', { feature })),
  },
];

function envelopeProblems(view: PdfView): string[] {
  const { bytes, pdf } = view;
  const problems: string[] = [];
  const head = bytes.toString('latin1', 0, 20);
  if (!/^%PDF-1\.[0-7][\r\n]/.test(head)) problems.push('it does not begin with %PDF-1.n');
  if (!/^%PDF-1\.\d[\r\n]+%[\x80-\xff]{4}/.test(head))
    problems.push('its second line is not binary');
  const tail = bytes.toString('latin1', bytes.length - 10);
  if (!/%%EOF[\r\n]{0,2}$/.test(tail)) problems.push('something follows its end');
  if (pdf.objects.trailer.get('ID') === undefined) problems.push('its trailer has no ID');
  if (encryptionOf(view) !== undefined) problems.push('it is encrypted');
  return problems;
}

function colourProblems({ pdf }: PdfView): string[] {
  const intents = listAt(pdf.catalog, 'OutputIntents')
    .map((value) => follow(value))
    .filter((value) => value instanceof PdfDict);
  const intent = intents.find((value) => nameAt(value, 'S') === 'GTS_PDFA1');
  if (intent === undefined) return ['it has no output intent'];
  const profile = entry(intent, 'DestOutputProfile');
  if (!(profile instanceof PdfStream)) return ['its output intent has no profile'];
  const header = unpack(profile);
  const device = header.toString('latin1', 12, 16);
  const space = header.toString('latin1', 16, 20);
  if (header.length < 128 || header.toString('latin1', 36, 40) !== 'acsp')
    return ['its profile is no ICC profile'];
  return (device === 'mntr' || device === 'prtr') && space === 'RGB ' && (header[8] ?? 9) < 5
    ? []
    : [`its profile is of the kind ${device}${space}`];
}

/** ISO 19005-3, 6.1.13. */
const DEEPEST_STATE = 28;

function features({ pdf, pages }: PdfView): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { streams, node } of pages) {
    if (streams.some(({ depth }) => depth > DEEPEST_STATE))
      found.add('graphics states nested too deep');
    if (node.has('PresSteps')) found.add('a presentation');
  }
  const { catalog } = pdf;
  for (const key of ['Requirements', 'NeedsRendering', 'Perms', 'Collection'])
    if (catalog.has(key)) found.add(`${key} in the catalog`);
  const names = dictionaryAt(catalog, 'Names');
  if (names?.has('AlternatePresentations')) found.add('alternate presentations');
  if (catalog.has('OCProperties')) found.add('layers');
  for (const [, object] of pdf.objects.entries()) {
    if (object instanceof PdfStream) streamFeatures(object.dict, found);
    else if (object instanceof PdfDict && nameAt(object, 'Type') === 'ExtGState')
      for (const key of ['TR', 'HTP']) if (object.has(key)) found.add(`the state ${key}`);
  }
  return found;
}

function streamFeatures(stream: PdfDict, found: Set<string>): void {
  const filters = listAt(stream, 'Filter').map(String);
  if (filters.some((filter) => filter === '/LZWDecode' || filter === '/LZW')) found.add('LZW');
  if (stream.has('FFilter')) found.add('data outside of the file');
  const subtype = nameAt(stream, 'Subtype');
  if (subtype === 'PS' || stream.has('PS')) found.add('PostScript');
  if (subtype === 'Image') {
    if (String(entry(stream, 'Interpolate')) === 'true') found.add('interpolated images');
    for (const key of ['Alternates', 'OPI']) if (stream.has(key)) found.add(`images with ${key}`);
  }
  if (subtype === 'Form' && stream.has('Ref')) found.add('forms of other files');
}
