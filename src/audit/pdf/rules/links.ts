/** Checks of links and other annotations. */

import { diagnose } from '../../../model/diagnostic.ts';
import { dictionaryAt, nameAt, numberAt, textAt } from '../../../model/pdf/objects.ts';
import { type PdfDict, PdfName, type PdfRef } from '../../../model/pdf/values.ts';
import { shortened } from '../../shortened.ts';
import type { PdfAnnotation, PdfPage, PdfView } from '../open-pdf.ts';
import type { Rule } from '../rule.ts';
import type { Tag } from '../tags.ts';

export const linkRules: readonly Rule[] = [
  {
    code: 'pdf-link-untagged',
    requirement: 'every link stands in a Link tag',
    standards: ['PDF/UA-1'],
    source: 'ISO 14289-1, 7.18.5; Matterhorn 28-011',
    check: (view) => {
      const owners = ownersOf(view);
      return ofLinks(view, ({ ref }) => ref === undefined || owners.get(ref)?.role !== 'Link')?.map(
        ({ page, target }) => diagnose('pdf-link-untagged', { page: page.number, target }),
      );
    },
  },
  {
    code: 'pdf-link-undescribed',
    requirement: 'every link has a description',
    standards: ['PDF/UA-1'],
    source: 'ISO 14289-1, 7.18.5; Matterhorn 28-012',
    check: (view) =>
      ofLinks(view, ({ dictionary }) => !/\S/.test(textAt(dictionary, 'Contents') ?? ''))?.map(
        ({ page, target }) => diagnose('pdf-link-undescribed', { page: page.number, target }),
      ),
  },
  {
    code: 'pdf-tab-order-missing',
    requirement: 'links are walked through in the order of the tags',
    standards: ['PDF/UA-1'],
    source: 'ISO 14289-1, 7.18.3; Matterhorn 28-008 and 28-009',
    check: ({ pages }) => {
      const withAnnotations = pages.filter(({ annotations }) => annotations.length > 0);
      if (withAnnotations.length === 0) return undefined;
      return withAnnotations
        .filter(({ node }) => nameAt(node, 'Tabs') !== 'S')
        .map((page) => diagnose('pdf-tab-order-missing', { page: page.number }));
    },
  },
  {
    code: 'pdf-annotation-faulty',
    requirement: 'every annotation is a link that is shown and printed',
    standards: ['PDF/UA-1', 'PDF/A-3a'],
    source: 'ISO 14289-1, 7.18.1; ISO 19005-3, 6.3.1 to 6.3.3; own rule: links only',
    check: ({ pages }) => {
      if (pages.every(({ annotations }) => annotations.length === 0)) return undefined;
      return pages.flatMap((page) =>
        page.annotations
          .flatMap(({ dictionary }) => faultsOf(dictionary))
          .map((problem) => diagnose('pdf-annotation-faulty', { page: page.number, problem })),
      );
    },
  },
];

interface PlacedLink {
  readonly page: PdfPage;
  readonly target: string;
}

/** Links that fail a test; undefined where there are no links. */
function ofLinks(
  { pages }: PdfView,
  fails: (link: PdfAnnotation) => boolean,
): readonly PlacedLink[] | undefined {
  const links = pages.flatMap((page) =>
    page.annotations
      .filter(({ dictionary }) => nameAt(dictionary, 'Subtype') === 'Link')
      .map((annotation) => ({ page, annotation })),
  );
  if (links.length === 0) return undefined;
  return links
    .filter(({ annotation }) => fails(annotation))
    .map(({ page, annotation }) => ({ page, target: targetOf(annotation.dictionary) }));
}

function ownersOf({ tags }: PdfView): ReadonlyMap<PdfRef, Tag> {
  const owners = new Map<PdfRef, Tag>();
  for (const tag of tags?.all ?? [])
    for (const kid of tag.kids) if (kid.kind === 'object') owners.set(kid.object, tag);
  return owners;
}

function targetOf(link: PdfDict): string {
  const action = dictionaryAt(link, 'A');
  const uri = action === undefined ? undefined : textAt(action, 'URI');
  const place = link.get('Dest');
  return shortened(uri ?? (place instanceof PdfName ? `#${place.text}` : 'a place'), 80);
}

/** Bits of F that must be off, and one that must be on. Source: ISO 32000-1, table 165. */
const INVISIBLE = 1;
const HIDDEN = 2;
const PRINT = 4;
const NO_VIEW = 32;
const TOGGLE_NO_VIEW = 256;

function faultsOf(annotation: PdfDict): string[] {
  const faults: string[] = [];
  const subtype = nameAt(annotation, 'Subtype');
  if (subtype !== 'Link') faults.push(`is of the kind ${subtype ?? 'unknown'}`);
  const flags = numberAt(annotation, 'F') ?? 0;
  if ((flags & PRINT) === 0) faults.push('is not printed');
  if ((flags & (INVISIBLE | HIDDEN | NO_VIEW | TOGGLE_NO_VIEW)) !== 0) faults.push('is hidden');
  return faults;
}
