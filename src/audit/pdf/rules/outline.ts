/** Checks of the bookmarks against the headings. */

import { diagnose } from '../../../model/diagnostic.ts';
import { rightToLeftLetter } from '../../../model/direction.ts';
import { dictionaryAt, textAt } from '../../../model/pdf/objects.ts';
import type { PdfDict } from '../../../model/pdf/values.ts';
import { comparable } from '../../comparable.ts';
import { shortened } from '../../shortened.ts';
import type { PdfExpectation } from '../expectation.ts';
import type { PdfView } from '../open-pdf.ts';
import type { Rule } from '../rule.ts';
import { spokenText } from '../spoken-text.ts';

export const outlineRules: readonly Rule[] = [
  {
    code: 'pdf-outline-differs',
    requirement: 'the bookmarks are the headings, in their order and depth',
    standards: ['own'],
    source: 'own rule, on ISO 14289-1, 7.17 (navigation)',
    check: (view, expected) => {
      const headings = headingsOf(view);
      const wanted = expected?.headings.map(comparable) ?? [];
      if (headings.length === 0 && wanted.length === 0) return undefined;
      const bookmarks = bookmarksOf(view);
      const written = expected?.headings ?? [];
      const problem =
        differenceOf(bookmarks, headings) ??
        missingOf(headings, written) ??
        runTogether(bookmarks, written);
      return problem === undefined ? [] : [diagnose('pdf-outline-differs', { problem })];
    },
  },
];

interface Heading {
  readonly text: string;
  /** 1 for the outermost. */
  readonly level: number;
}

function headingsOf(view: PdfView): readonly Heading[] {
  return (view.tags?.all ?? []).flatMap((tag) => {
    const level = tag.role?.match(/^H([1-6])$/)?.[1];
    return level === undefined ? [] : [{ text: spokenText(view, tag), level: Number(level) }];
  });
}

function bookmarksOf({ pdf }: PdfView): readonly Heading[] {
  const bookmarks: Heading[] = [];
  const seen = new Set<PdfDict>();
  const visit = (parent: PdfDict, level: number): void => {
    let item = dictionaryAt(parent, 'First');
    while (item !== undefined && !seen.has(item)) {
      seen.add(item);
      bookmarks.push({ text: textAt(item, 'Title') ?? '', level });
      visit(item, level + 1);
      item = dictionaryAt(item, 'Next');
    }
  };
  const outline = dictionaryAt(pdf.catalog, 'Outlines');
  if (outline !== undefined) visit(outline, 1);
  return bookmarks;
}

function differenceOf(
  bookmarks: readonly Heading[],
  headings: readonly Heading[],
): string | undefined {
  const length = Math.max(bookmarks.length, headings.length);
  for (let index = 0; index < length; index += 1) {
    const bookmark = bookmarks[index];
    const heading = headings[index];
    if (bookmark === undefined) return `"${shortened(heading?.text ?? '')}" has none`;
    if (heading === undefined) return `"${shortened(bookmark.text)}" is no heading`;
    if (!isSameText(bookmark.text, heading.text))
      return `"${shortened(bookmark.text)}" stands for "${shortened(heading.text)}"`;
    if (bookmark.level !== depthOf(headings, index))
      return `"${shortened(heading.text)}" stands at depth ${bookmark.level}`;
  }
  return undefined;
}

/**
 * Words from right to left are painted in the order of the page, last word first, and a tag holds them
 * so; readers put them right by the letters' own direction (UAX #9). Of such texts the words count.
 */
function isSameText(one: string, other: string): boolean {
  if (comparable(one) === comparable(other)) return true;
  return rightToLeftLetter.test(one) && sortedWords(one) === sortedWords(other);
}

function sortedWords(text: string): string {
  return text.split(/\s+/).map(comparable).sort().join(' ').trim();
}

/** How deep a heading stands below those before it; levels that are left out count for nothing. */
function depthOf(headings: readonly Heading[], at: number): number {
  const above: number[] = [];
  for (const { level } of headings.slice(0, at + 1)) {
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
  }
  return above.length;
}

/** A bookmark in which words of its heading run together; letters alone are compared above. */
function runTogether(
  bookmarks: readonly Heading[],
  written: readonly string[],
): string | undefined {
  const spaces = new Map(written.map((heading) => [comparable(heading), spacesIn(heading)]));
  const lost = bookmarks.find(({ text }) => {
    const wanted = spaces.get(comparable(text));
    return wanted !== undefined && spacesIn(text) < wanted;
  });
  return lost && `"${shortened(lost.text)}" runs words together`;
}

function spacesIn(text: string): number {
  return text.trim().match(/\s+/g)?.length ?? 0;
}

function missingOf(
  headings: readonly Heading[],
  expected: PdfExpectation['headings'],
): string | undefined {
  let at = 0;
  for (const wanted of expected) {
    const rest = headings.slice(at);
    const found = rest.findIndex(({ text }) => isSameText(text, wanted));
    if (found === -1) return `the heading "${shortened(wanted)}" is not tagged as one`;
    at += found + 1;
  }
  return undefined;
}
