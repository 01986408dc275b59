/** Checks of what is painted: everything is tagged or an artifact, and stands on its page. */
import { diagnose } from '../../../model/diagnostic.ts';
import { shortened } from '../../shortened.ts';
import type { ContentRun } from '../content-run.ts';
import type { PdfContent, PdfPage, PdfView } from '../open-pdf.ts';
import { contentOf, type Rule } from '../rule.ts';
import { contentKey } from '../tags.ts';

export const contentRules: readonly Rule[] = [
  {
    code: 'pdf-content-unmarked',
    requirement: 'everything painted is tagged or marked as an artifact',
    standards: ['PDF/UA-1', 'PDF/A-3a'],
    source: 'ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2; Matterhorn 01-005',
    check: (view) =>
      runsOf(view)
        .filter(({ run }) => run.mark === 'none' && run.paints)
        .map(({ run, page }) =>
          diagnose('pdf-content-unmarked', { page: page.number, content: contentOf(run) }),
        ),
  },
  {
    code: 'pdf-artifact-nested',
    requirement: 'no artifact stands in tagged content, and no tagged content in an artifact',
    standards: ['PDF/UA-1', 'PDF/A-3a'],
    source: 'ISO 14289-1, 7.1; Matterhorn 01-003 and 01-004',
    check: (view) =>
      runsOf(view)
        .filter(({ run }) => run.within !== undefined && run.within !== run.mark)
        .map(({ run, page }) =>
          diagnose('pdf-artifact-nested', { page: page.number, content: contentOf(run) }),
        ),
  },
  {
    code: 'pdf-content-orphaned',
    requirement: 'every tagged sequence belongs to a tag',
    standards: ['PDF/UA-1', 'PDF/A-3a'],
    source: 'ISO 14289-1, 7.1; ISO 32000-1, 14.7.4.2',
    check: (view) => {
      const owned = new Set(
        view.tags?.all.flatMap(({ kids }) =>
          kids.flatMap((kid) => (kid.kind === 'content' ? [kid.key] : [])),
        ),
      );
      return runsOf(view)
        .filter(
          ({ run, stream }) =>
            run.mark === 'tag' &&
            run.mcid !== undefined &&
            !owned.has(contentKey(stream.ref, run.mcid)),
        )
        .map(({ run, page }) =>
          diagnose('pdf-content-orphaned', { page: page.number, content: contentOf(run) }),
        );
    },
  },
  {
    code: 'pdf-text-outside',
    requirement: 'no text starts outside of its page',
    standards: ['own'],
    source: 'own rule: nothing is clipped',
    check: (view) =>
      runsOf(view)
        .filter(({ run, page, stream }) => !stream.isForm && isOutside(run, page))
        .map(({ run, page }) =>
          diagnose('pdf-text-outside', { page: page.number, text: shortened(run.text) }),
        ),
  },
];

interface PlacedRun {
  readonly run: ContentRun;
  readonly page: PdfPage;
  readonly stream: PdfContent;
}

function runsOf({ pages }: PdfView): readonly PlacedRun[] {
  return pages.flatMap((page) =>
    page.streams.flatMap((stream) => stream.runs.map((run) => ({ run, page, stream }))),
  );
}

function isOutside({ points, text }: ContentRun, { mediaBox }: PdfPage): boolean {
  const [left, bottom, right, top] = mediaBox;
  if (text.trim() === '') return false;
  return points.some(([x, y]) => x < left || x > right || y < bottom || y > top);
}
