/** Opens a PDF as a stranger would, and reads once what all the rules look at. */

import {
  PDFArray,
  PDFDict,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { asBuffer, dictionaryAt, entry, listAt, nameAt, unpack } from '../../model/pdf/objects.ts';
import { openFile, type PdfFile } from '../../model/pdf/open-file.ts';
import type { ContentRun } from './content-run.ts';
import { readContent } from './read-content.ts';
import { type PdfFont, readFont } from './read-font.ts';
import { contentKey, readTags, type Tags } from './tags.ts';

export interface PdfView {
  readonly bytes: Buffer;
  readonly pdf: PdfFile;
  readonly pages: readonly PdfPage[];
  readonly tags: Tags | undefined;
  /** Text of marked-content sequences by `contentKey`. */
  readonly texts: ReadonlyMap<string, ContentRun>;
  /** Fonts that are used, each once. */
  readonly fonts: readonly PdfFont[];
  /** The XMP packet, as text. */
  readonly xmp: string | undefined;
}

export interface PdfPage {
  /** 1-based. */
  readonly number: number;
  readonly ref: PDFRef;
  readonly node: PDFDict;
  /** Left, bottom, right, top of the MediaBox. */
  readonly mediaBox: readonly [number, number, number, number];
  /** Contents of the page, then of the forms painted on it. */
  readonly streams: readonly PdfStream[];
  readonly annotations: readonly PdfAnnotation[];
}

export interface PdfAnnotation {
  readonly ref: PDFRef | undefined;
  readonly dictionary: PDFDict;
}

export interface PdfStream {
  readonly ref: PDFRef;
  readonly isForm: boolean;
  readonly runs: readonly ContentRun[];
  readonly depth: number;
}

/** Bytes → what the rules need. Rejects where they are no PDF, or one that opens with a password only. */
export async function openPdf(bytes: Uint8Array): Promise<PdfView> {
  const pdf = await openFile(bytes);
  const fonts = new Map<PDFDict, PdfFont>();
  const tags = readTags(pdf);
  const reading: Reading = { fonts, rightToLeft: rightToLeftContent(tags) };
  const pages = pdf.pages.map((page, index): PdfPage => {
    return {
      number: index + 1,
      ref: page.ref,
      node: page.node,
      mediaBox: mediaBoxOf(page.node),
      streams: readStreams(pdf, page.ref, page.node, reading),
      annotations: listAt(page.node, 'Annots').flatMap((value) => {
        const dictionary = pdf.context.lookup(value);
        if (!(dictionary instanceof PDFDict)) return [];
        return [{ ref: value instanceof PDFRef ? value : undefined, dictionary }];
      }),
    };
  });
  const texts = new Map<string, ContentRun>();
  for (const { streams } of pages)
    for (const { ref, runs } of streams)
      for (const run of runs)
        if (run.mark === 'tag' && run.mcid !== undefined) texts.set(contentKey(ref, run.mcid), run);
  const metadata = entry(pdf.catalog, 'Metadata');
  return {
    bytes: asBuffer(bytes),
    pdf,
    pages,
    tags,
    texts,
    fonts: [...fonts.values()],
    xmp: metadata instanceof PDFRawStream ? unpack(metadata).toString('utf8') : undefined,
  };
}

interface Reading {
  readonly fonts: Map<PDFDict, PdfFont>;
  /** Keys of content in languages that are written from right to left. */
  readonly rightToLeft: ReadonlySet<string>;
}

function rightToLeftContent(tags: Tags | undefined): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const tag of tags?.all ?? []) {
    if (tag.lang === undefined || !rightToLeftLanguage.test(tag.lang)) continue;
    for (const kid of tag.kids) if (kid.kind === 'content') keys.add(kid.key);
  }
  return keys;
}

/** Languages that are written from right to left unless a script is named. Source: Unicode CLDR. */
const rightToLeftLanguage = /^(?:ar|arc|ckb|dv|fa|he|iw|ks|nqo|ps|sd|syr|ug|ur|yi)(?:-|$)(?!latn)/i;

function readStreams(
  pdf: PdfFile,
  ref: PDFRef,
  page: PDFDict,
  reading: Reading,
): readonly PdfStream[] {
  const streams: PdfStream[] = [];
  const waiting: Waiting[] = [
    {
      ref,
      isForm: false,
      bytes: contentsOf(pdf, page),
      resources: inheritedDictionary(page, 'Resources'),
      paintedIn: 'none',
    },
  ];
  const known = new Set<PDFRef>([ref]);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { resources, isForm, paintedIn } = next;
    const content = readContent(next.bytes, {
      isRightToLeft: (mcid) =>
        mcid !== undefined && reading.rightToLeft.has(contentKey(next.ref, mcid)),
      font: (name) => fontOf(resources, name, reading),
      properties: (name) => resourceOf(resources, 'Properties', name)?.toString(),
      form: (name, mark) => {
        const form = formOf(pdf, resources, name);
        if (form === undefined || known.has(form.ref)) return;
        known.add(form.ref);
        waiting.push({ ...form, resources: form.resources ?? resources, paintedIn: mark });
      },
    });
    // What a form leaves unmarked stands under the mark that the form was painted in.
    const runs = content.runs.map((run) =>
      run.mark === 'none' ? { ...run, mark: paintedIn } : run,
    );
    streams.push({ ref: next.ref, isForm, runs, depth: content.depth });
  }
  return streams;
}

interface Waiting {
  readonly ref: PDFRef;
  readonly isForm: boolean;
  readonly bytes: Buffer;
  readonly resources: PDFDict | undefined;
  readonly paintedIn: ContentRun['mark'];
}

/** The content streams of a page count as one. Source: ISO 32000-1, 7.8.2. */
function contentsOf(pdf: PdfFile, page: PDFDict): Buffer {
  const parts = listAt(page, 'Contents')
    .map((value) => pdf.context.lookup(value))
    .filter((value) => value instanceof PDFRawStream)
    .map(unpack);
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));
}

/** Source: ISO 32000-1, 7.7.3.4 (inheritance of page attributes). */
function inherited(page: PDFDict, key: string): PDFObject | undefined {
  const seen = new Set<PDFDict>();
  for (let at: PDFDict | undefined = page; at && !seen.has(at); at = dictionaryAt(at, 'Parent')) {
    seen.add(at);
    const found = entry(at, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inheritedDictionary(page: PDFDict, key: string): PDFDict | undefined {
  const found = inherited(page, key);
  return found instanceof PDFDict ? found : undefined;
}

function mediaBoxOf(page: PDFDict): PdfPage['mediaBox'] {
  const box = inherited(page, 'MediaBox');
  const numbers = (box instanceof PDFArray ? box.asArray() : []).map((value) => {
    const number = page.context.lookup(value);
    return number instanceof PDFNumber ? number.asNumber() : 0;
  });
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers;
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

function resourceOf(
  resources: PDFDict | undefined,
  kind: string,
  name: string,
): PDFDict | undefined {
  const all = resources === undefined ? undefined : dictionaryAt(resources, kind);
  return all === undefined ? undefined : dictionaryAt(all, name);
}

function fontOf(
  resources: PDFDict | undefined,
  name: string,
  { fonts }: Reading,
): PdfFont | undefined {
  const dictionary = resourceOf(resources, 'Font', name);
  if (dictionary === undefined) return undefined;
  const known = fonts.get(dictionary);
  if (known !== undefined) return known;
  const font = readFont(dictionary);
  fonts.set(dictionary, font);
  return font;
}

function formOf(
  pdf: PdfFile,
  resources: PDFDict | undefined,
  name: string,
): Omit<Waiting, 'paintedIn'> | undefined {
  const all = resources === undefined ? undefined : dictionaryAt(resources, 'XObject');
  const [ref] = all === undefined ? [] : listAt(all, name);
  const form = pdf.context.lookup(ref);
  if (!(ref instanceof PDFRef) || !(form instanceof PDFRawStream)) return undefined;
  if (nameAt(form.dict, 'Subtype') !== 'Form') return undefined;
  return {
    ref,
    isForm: true,
    bytes: unpack(form),
    resources: dictionaryAt(form.dict, 'Resources'),
  };
}
