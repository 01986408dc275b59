/**
 * The structure tree of a PDF as a reader meets it: types through the role map, languages inherited,
 * content by the sequences that it names.
 * Source: ISO 32000-1, 14.7.2 (hierarchy), 14.7.3 (types), 14.8.4 (standard types), 14.9.2 (language).
 */

import {
  dictionaryAt,
  entry,
  follow,
  listAt,
  nameAt,
  numberAt,
  referenceAt,
  textAt,
} from '../../model/pdf/objects.ts';
import type { PdfFile } from '../../model/pdf/open-file.ts';
import { PdfDict, PdfName, type PdfRef, type PdfValue } from '../../model/pdf/values.ts';

export interface Tag {
  readonly kind: 'tag';
  /** As written: `Strong`. */
  readonly type: string;
  /** What the role map makes of it: `Span`; undefined where it ends at no standard type. */
  readonly role: string | undefined;
  readonly parent: Tag | undefined;
  readonly kids: readonly TagKid[];
  /** Its own, or that of what it stands in. */
  readonly lang: string | undefined;
  readonly alt: string | undefined;
  readonly actualText: string | undefined;
  readonly expansion: string | undefined;
  readonly id: string | undefined;
  readonly dictionary: PdfDict;
}

export interface TagContent {
  readonly kind: 'content';
  /** Page or form, and number of the sequence: the key of its text. */
  readonly key: string;
  readonly page: PdfRef | undefined;
}

export interface TagObject {
  readonly kind: 'object';
  readonly object: PdfRef;
}

export type TagKid = Tag | TagContent | TagObject;

export interface Tags {
  readonly roots: readonly Tag[];
  readonly roleMap: ReadonlyMap<string, string>;
  /** Every element, in order of the document. */
  readonly all: readonly Tag[];
}

/** PDF → its structure tree; undefined where it has none. */
export function readTags(pdf: PdfFile): Tags | undefined {
  const root = dictionaryAt(pdf.catalog, 'StructTreeRoot');
  if (root === undefined) return undefined;
  const roleMap = new Map<string, string>();
  for (const [type, value] of dictionaryAt(root, 'RoleMap')?.map ?? []) {
    const mapped = follow(value);
    if (mapped instanceof PdfName) roleMap.set(type, mapped.text);
  }
  const reader = new TagReader(textAt(pdf.catalog, 'Lang'), roleMap);
  const roots = listAt(root, 'K').flatMap((kid) => reader.kid(kid, undefined, undefined));
  return { roots: roots.filter((kid) => kid.kind === 'tag'), roleMap, all: reader.all };
}

/** Page or form, number of a marked-content sequence → the key that its text is found by. */
export function contentKey(stream: PdfRef, mcid: number): string {
  return `${stream.number} ${mcid}`;
}

/** tag, owner, key → the attribute of that name, or undefined. */
export function attributeOf(tag: Tag, owner: string, key: string): PdfValue | undefined {
  for (const value of listAt(tag.dictionary, 'A')) {
    const attributes = follow(value);
    if (!(attributes instanceof PdfDict) || nameAt(attributes, 'O') !== owner) continue;
    const found = entry(attributes, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The elements among the kids of a tag. */
export function tagsIn(tag: Tag): readonly Tag[] {
  return tag.kids.filter((kid) => kid.kind === 'tag');
}

/** Elements whose standard type fits, in order of the document. */
export function withRole(tags: Tags | undefined, role: RegExp): readonly Tag[] {
  return tags?.all.filter((tag) => tag.role !== undefined && role.test(tag.role)) ?? [];
}

/** The page on which the first content of a tag stands. */
export function pageOf(tag: Tag): PdfRef | undefined {
  for (const kid of tag.kids) {
    const page = kid.kind === 'content' ? kid.page : kid.kind === 'tag' ? pageOf(kid) : undefined;
    if (page !== undefined) return page;
  }
  return undefined;
}

class TagReader {
  readonly all: Tag[] = [];
  readonly #roleMap: ReadonlyMap<string, string>;
  /** Language of the whole document. */
  readonly #lang: string | undefined;
  /** A tree that bites its own tail is read once round. */
  readonly #seen = new Set<PdfValue>();

  constructor(lang: string | undefined, roleMap: ReadonlyMap<string, string>) {
    this.#roleMap = roleMap;
    this.#lang = lang;
  }

  kid(value: PdfValue, parent: Tag | undefined, page: PdfRef | undefined): TagKid[] {
    if (typeof value === 'number')
      return page === undefined ? [] : [{ kind: 'content', key: contentKey(page, value), page }];
    const dictionary = follow(value);
    if (!(dictionary instanceof PdfDict) || this.#seen.has(dictionary)) return [];
    const ownPage = referenceAt(dictionary, 'Pg') ?? page;
    const type = nameAt(dictionary, 'Type');
    if (type === 'OBJR') {
      const object = referenceAt(dictionary, 'Obj');
      return object === undefined ? [] : [{ kind: 'object', object }];
    }
    if (type === 'MCR') {
      const stream = referenceAt(dictionary, 'Stm') ?? ownPage;
      const mcid = numberAt(dictionary, 'MCID');
      return stream === undefined || mcid === undefined
        ? []
        : [{ kind: 'content', key: contentKey(stream, mcid), page: ownPage }];
    }
    this.#seen.add(dictionary);
    return [this.#tag(dictionary, parent, ownPage)];
  }

  #tag(dictionary: PdfDict, parent: Tag | undefined, page: PdfRef | undefined): Tag {
    const type = nameAt(dictionary, 'S') ?? '';
    const kids: TagKid[] = [];
    const tag: Tag = {
      kind: 'tag',
      type,
      role: roleOf(type, this.#roleMap),
      parent,
      kids,
      lang: textAt(dictionary, 'Lang') ?? parent?.lang ?? this.#lang,
      alt: textAt(dictionary, 'Alt'),
      actualText: textAt(dictionary, 'ActualText'),
      expansion: textAt(dictionary, 'E'),
      id: textAt(dictionary, 'ID'),
      dictionary,
    };
    this.all.push(tag);
    for (const value of listAt(dictionary, 'K')) kids.push(...this.kid(value, tag, page));
    return tag;
  }
}

/** Follows the role map to a standard type; undefined where it goes round or ends elsewhere. */
function roleOf(type: string, roleMap: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>();
  let at = type;
  while (!standardTypes.has(at)) {
    const next = roleMap.get(at);
    if (next === undefined || seen.has(at)) return undefined;
    seen.add(at);
    at = next;
  }
  return at;
}

/** Source: ISO 32000-1, tables 333–340. */
export const standardTypes: ReadonlySet<string> = new Set([
  ...['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Caption', 'TOC', 'TOCI', 'Index'],
  ...['NonStruct', 'Private', 'P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Lbl'],
  ...['LBody', 'Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot', 'Span', 'Quote', 'Note'],
  ...['Reference', 'BibEntry', 'Code', 'Link', 'Annot', 'Ruby', 'RB', 'RT', 'RP', 'Warichu'],
  ...['WT', 'WP', 'Figure', 'Formula', 'Form'],
]);
