/** Opens a PDF as a stranger would, and reads once what all the rules look at. */

import { nameText } from '../../model/pdf/object-parser.ts';
import {
  asBuffer,
  dictionaryAt,
  entry,
  follow,
  listAt,
  nameAt,
  unpack,
} from '../../model/pdf/objects.ts';
import { openFile, type PdfFile } from '../../model/pdf/open-file.ts';
import { sourceOf } from '../../model/pdf/source-of.ts';
import { PdfDict, PdfRef, PdfStream, type PdfValue } from '../../model/pdf/values.ts';
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
  readonly ref: PdfRef;
  readonly node: PdfDict;
  /** Left, bottom, right, top of the MediaBox. */
  readonly mediaBox: readonly [number, number, number, number];
  /** Contents of the page, then of the forms painted on it. */
  readonly streams: readonly PdfContent[];
  readonly annotations: readonly PdfAnnotation[];
}

export interface PdfAnnotation {
  readonly ref: PdfRef | undefined;
  readonly dictionary: PdfDict;
}

export interface PdfContent {
  readonly ref: PdfRef;
  readonly isForm: boolean;
  readonly runs: readonly ContentRun[];
  readonly depth: number;
}

/** Bytes → what the rules need. Rejects where they are no PDF, or one that opens with a password only. */
export async function openPdf(bytes: Uint8Array): Promise<PdfView> {
  const pdf = await openFile(bytes);
  const fonts = new Map<PdfDict, PdfFont>();
  const tags = readTags(pdf);
  const reading: Reading = { fonts, rightToLeft: rightToLeftContent(tags) };
  const pages = pdf.pages.map((page, index): PdfPage => {
    return {
      number: index + 1,
      ref: page.ref,
      node: page.node,
      mediaBox: mediaBoxOf(page.node),
      streams: readStreams(page.ref, page.node, reading),
      annotations: listAt(page.node, 'Annots').flatMap((value) => {
        const dictionary = follow(value);
        if (!(dictionary instanceof PdfDict)) return [];
        return [{ ref: value instanceof PdfRef ? value : undefined, dictionary }];
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
    xmp: metadata instanceof PdfStream ? unpack(metadata).toString('utf8') : undefined,
  };
}

interface Reading {
  readonly fonts: Map<PdfDict, PdfFont>;
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

function readStreams(ref: PdfRef, page: PdfDict, reading: Reading): readonly PdfContent[] {
  const streams: PdfContent[] = [];
  const waiting: Waiting[] = [
    {
      ref,
      isForm: false,
      bytes: contentsOf(page),
      resources: inheritedDictionary(page, 'Resources'),
      paintedIn: 'none',
    },
  ];
  const known = new Set<PdfRef>([ref]);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { resources, isForm, paintedIn } = next;
    const content = readContent(next.bytes, {
      isRightToLeft: (mcid) =>
        mcid !== undefined && reading.rightToLeft.has(contentKey(next.ref, mcid)),
      font: (name) => fontOf(resources, name, reading),
      properties: (name) => sourceAt(resources, name),
      form: (name, mark) => {
        const form = formOf(resources, name);
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
  readonly ref: PdfRef;
  readonly isForm: boolean;
  readonly bytes: Buffer;
  readonly resources: PdfDict | undefined;
  readonly paintedIn: ContentRun['mark'];
}

/** The content streams of a page count as one. Source: ISO 32000-1, 7.8.2. */
function contentsOf(page: PdfDict): Buffer {
  const parts = listAt(page, 'Contents')
    .map(follow)
    .filter((value) => value instanceof PdfStream)
    .map(unpack);
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));
}

/** Source: ISO 32000-1, 7.7.3.4 (inheritance of page attributes). */
function inherited(page: PdfDict, key: string): PdfValue | undefined {
  const seen = new Set<PdfDict>();
  for (let at: PdfDict | undefined = page; at && !seen.has(at); at = dictionaryAt(at, 'Parent')) {
    seen.add(at);
    const found = entry(at, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inheritedDictionary(page: PdfDict, key: string): PdfDict | undefined {
  const found = inherited(page, key);
  return found instanceof PdfDict ? found : undefined;
}

function mediaBoxOf(page: PdfDict): PdfPage['mediaBox'] {
  const box = inherited(page, 'MediaBox');
  const numbers = (Array.isArray(box) ? box : []).map((value) => {
    const number = follow(value);
    return typeof number === 'number' ? number : 0;
  });
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers;
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

function resourceOf(
  resources: PdfDict | undefined,
  kind: string,
  name: string,
): PdfDict | undefined {
  const all = resources === undefined ? undefined : dictionaryAt(resources, kind);
  return all === undefined ? undefined : dictionaryAt(all, nameText(name));
}

/** A property list of the resources, as it would stand in the content itself. */
function sourceAt(resources: PdfDict | undefined, name: string): string | undefined {
  const list = resourceOf(resources, 'Properties', name);
  return list && sourceOf(list);
}

function fontOf(
  resources: PdfDict | undefined,
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
  resources: PdfDict | undefined,
  name: string,
): Omit<Waiting, 'paintedIn'> | undefined {
  const all = resources === undefined ? undefined : dictionaryAt(resources, 'XObject');
  const ref = all?.get(nameText(name));
  const form = follow(ref);
  if (!(ref instanceof PdfRef) || !(form instanceof PdfStream)) return undefined;
  if (nameAt(form.dict, 'Subtype') !== 'Form') return undefined;
  return {
    ref,
    isForm: true,
    bytes: unpack(form),
    resources: dictionaryAt(form.dict, 'Resources'),
  };
}
