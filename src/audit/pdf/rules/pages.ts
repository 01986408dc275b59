/** Checks of the sheets: as many as were counted, of the size that was asked for. */
import { diagnose } from '../../../model/diagnostic.ts';
import type { Paper } from '../../../model/document.ts';
import { numberAt } from '../../../model/pdf/objects.ts';
import type { Rule } from '../rule.ts';

export const pageRules: readonly Rule[] = [
  {
    code: 'pdf-paper-differs',
    requirement: 'every page is of the paper that was asked for, upright or turned',
    standards: ['own'],
    source: 'own rule',
    needsBrief: true,
    check: ({ pages }, expected) => {
      if (expected === undefined) return undefined;
      const [short, long] = sizesPt[expected.paper];
      return pages.flatMap(({ number, mediaBox, node }) => {
        const [left, bottom, right, top] = mediaBox;
        const sides = [right - left, top - bottom].sort((a, b) => a - b);
        const fits = near(sides[0], short) && near(sides[1], long) && !numberAt(node, 'Rotate');
        if (fits) return [];
        const size = sides.map((side) => `${Math.round((side / 72) * 25.4)} mm`).join(' × ');
        return [diagnose('pdf-paper-differs', { page: number, size, paper: expected.paper })];
      });
    },
  },
  {
    code: 'pdf-pages-differ',
    requirement: 'the file has the pages that were counted, and at least one',
    standards: ['own'],
    source: 'own rule',
    check: ({ pages }, expected) => {
      const wanted = expected?.pages ?? Math.max(1, pages.length);
      return pages.length === wanted
        ? []
        : [diagnose('pdf-pages-differ', { pages: pages.length, expected: wanted })];
    },
  },
];

/** Sides in points, the shorter first. Source: ISO 216; ANSI/ASME Y14.1. */
const sizesPt: Readonly<Record<Paper, readonly [number, number]>> = {
  A4: [(210 / 25.4) * 72, (297 / 25.4) * 72],
  Letter: [8.5 * 72, 11 * 72],
};

/** Browsers count in whole pixels, three quarters of a point. */
function near(side: number | undefined, wanted: number): boolean {
  return side !== undefined && Math.abs(side - wanted) < 0.75;
}
