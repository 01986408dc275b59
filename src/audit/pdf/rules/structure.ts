/** Checks of the structure tree: known types, each where it may stand, leading to content and back. */

import { diagnose } from '../../../model/diagnostic.ts';
import { dictionaryAt, follow, listAt, numberAt } from '../../../model/pdf/objects.ts';
import { PdfDict, type PdfRef, PdfStream, type PdfValue } from '../../../model/pdf/values.ts';
import { shortened } from '../../shortened.ts';
import type { PdfView } from '../open-pdf.ts';
import type { Rule } from '../rule.ts';
import { spokenText } from '../spoken-text.ts';
import { standardTypes, type Tag, tagsIn } from '../tags.ts';

export const structureRules: readonly Rule[] = [
  {
    code: 'pdf-role-unmapped',
    requirement: 'every tag is a standard one, or the role map leads to one',
    standards: ['PDF/UA-1', 'PDF/A-3a'],
    source: 'ISO 14289-1, 7.1; ISO 19005-3, 6.7.3; Matterhorn 02-001, 02-003 and 02-004',
    check: ({ tags }) => {
      if (tags === undefined) return undefined;
      const unmapped = new Set(
        tags.all.filter(({ role }) => role === undefined).map(({ type }) => type),
      );
      const remapped = [...tags.roleMap.keys()].filter((type) => standardTypes.has(type));
      return [
        ...[...unmapped].map((tag) => ({ tag, problem: 'stands for no standard tag' })),
        ...remapped.map((tag) => ({ tag, problem: 'is a standard one and yet mapped to another' })),
      ].map((slots) => diagnose('pdf-role-unmapped', slots));
    },
  },
  {
    code: 'pdf-tag-misplaced',
    requirement: 'parts of tables, lists and contents stand where they belong',
    standards: ['PDF/UA-1'],
    source:
      'ISO 14289-1, 7.2, 7.5 and 7.6; ISO 32000-1, tables 333, 336 and 337; Matterhorn 09-004 and 09-005',
    check: ({ tags }) => {
      if (tags === undefined) return undefined;
      const misplaced = new Map<string, readonly [tag: string, parent: string]>();
      for (const tag of tags.all)
        for (const pair of misplacedIn(tag)) misplaced.set(pair.join(' '), pair);
      return [...misplaced.values()].map(([tag, parent]) =>
        diagnose('pdf-tag-misplaced', { tag, parent }),
      );
    },
  },
  {
    code: 'pdf-list-item-bodyless',
    requirement: 'every list item has a body',
    standards: ['PDF/UA-1'],
    source: 'ISO 14289-1, 7.6; ISO 32000-1, table 336',
    check: (view) => {
      const items = view.tags?.all.filter(({ role }) => role === 'LI') ?? [];
      if (items.length === 0) return undefined;
      return items
        .filter((item) => !tagsIn(item).some(({ role }) => role === 'LBody'))
        .map((item) =>
          diagnose('pdf-list-item-bodyless', { text: shortened(spokenText(view, item)) }),
        );
    },
  },
  {
    code: 'pdf-structure-dangling',
    requirement: 'tags lead to content that is there, and content leads back to its tag',
    standards: ['PDF/UA-1', 'PDF/A-3a'],
    source: 'ISO 14289-1, 7.1; ISO 32000-1, 14.7.4.4',
    check: (view) => (view.tags === undefined ? undefined : dangling(view)),
  },
];

/** What may stand in what; a type that is not named may hold or stand in anything. */
const allowedKids: Readonly<Record<string, readonly string[]>> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOC', 'TOCI', 'Caption'],
};
const allowedParents: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
};

function misplacedIn(tag: Tag): readonly (readonly [tag: string, parent: string])[] {
  const role = tag.role ?? tag.type;
  const found: (readonly [string, string])[] = [];
  const parents = allowedParents[role];
  const parent = tag.parent?.role ?? tag.parent?.type ?? 'the root';
  if (parents !== undefined && !parents.includes(parent)) found.push([role, parent]);
  const kids = allowedKids[role];
  if (kids === undefined) return found;
  const roles = tagsIn(tag).map((kid) => kid.role ?? kid.type);
  for (const kid of roles) if (!kids.includes(kid)) found.push([kid, role]);
  if (tag.kids.some((kid) => kid.kind === 'content')) found.push(['content', role]);
  const caption = roles.indexOf('Caption');
  if (caption > 0 && (role !== 'Table' || caption < roles.length - 1))
    found.push(['Caption', `the midst of ${role}`]);
  return found;
}

function dangling(view: PdfView): ReturnType<typeof diagnose>[] {
  const owners = parentTree(view);
  const found = new Map<string, { tag: string; problem: string }>();
  const note = (tag: Tag, problem: string): void => {
    found.set(`${tag.type} ${problem}`, { tag: tag.type, problem });
  };
  for (const tag of view.tags?.all ?? [])
    for (const kid of tag.kids) {
      if (kid.kind === 'tag') continue;
      if (kid.kind === 'content' && !view.texts.has(kid.key)) note(tag, 'leads to no content');
      const owner = owners.get(kid.kind === 'content' ? kid.key : `${kid.object.number}`);
      if (owner === undefined) note(tag, 'is not led to by its content');
      else if (owner !== tag.dictionary) note(tag, 'has content that leads to another tag');
    }
  return [...found.values()].map((slots) => diagnose('pdf-structure-dangling', slots));
}

/** Key of content, or number of an annotation → the element that the parent tree names for it. */
function parentTree({ pdf, pages }: PdfView): ReadonlyMap<string, PdfValue> {
  const owners = new Map<string, PdfValue>();
  const root = dictionaryAt(pdf.catalog, 'StructTreeRoot');
  const tree = root === undefined ? undefined : dictionaryAt(root, 'ParentTree');
  const byKey = tree === undefined ? new Map<number, PdfValue>() : numbersIn(tree);
  const adopt = (ref: PdfRef, dictionary: PdfDict): void => {
    const parents = byKey.get(numberAt(dictionary, 'StructParents') ?? -1);
    if (!Array.isArray(parents)) return;
    parents.forEach((value, mcid) => {
      const owner = follow(value);
      if (owner !== undefined) owners.set(`${ref.number} ${mcid}`, owner);
    });
  };
  for (const { ref, node, streams, annotations } of pages) {
    adopt(ref, node);
    for (const stream of streams) {
      const form = follow(stream.ref);
      if (form instanceof PdfStream) adopt(stream.ref, form.dict);
    }
    for (const annotation of annotations) {
      const owner = byKey.get(numberAt(annotation.dictionary, 'StructParent') ?? -1);
      if (owner !== undefined && annotation.ref !== undefined)
        owners.set(`${annotation.ref.number}`, owner);
    }
  }
  return owners;
}

/** A number tree, flat. Source: ISO 32000-1, 7.9.7. */
function numbersIn(node: PdfDict, depth = 0): Map<number, PdfValue> {
  const found = new Map<number, PdfValue>();
  const numbers = listAt(node, 'Nums');
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const key = numbers[index];
    const value = follow(numbers[index + 1]);
    if (typeof key === 'number' && value !== undefined) found.set(key, value);
  }
  // A tree of briefs is one level deep; one that is deeper than this goes round in circles.
  if (depth > 20) return found;
  for (const kid of listAt(node, 'Kids')) {
    const branch = follow(kid);
    if (branch instanceof PdfDict)
      for (const [key, value] of numbersIn(branch, depth + 1)) found.set(key, value);
  }
  return found;
}
