/** A finding and what it rests on, for the evidence beside a takeaway and in the appendix. */
import type { PhrasingContent } from 'mdast';
import type { Entry } from '../../model/stages.ts';
import { confidenceWord } from './confidence-word.ts';
import { dateSlot, type ViewContext } from './context.ts';
import { wordsSlot } from './words-slot.ts';

/** finding → its statement and each piece of its evidence. */
export function evidenceOf(context: ViewContext, finding: Entry<'finding'>) {
  const { slots } = context;
  const { data } = finding;
  return {
    id: finding.id,
    statement: slots.markdown(data.statement, { entry: finding, path: ['statement'] }),
    observed: dateSlot(context, data.observed, finding, ['observed']),
    confidence: slots.text(data.confidence && confidenceWord(context, data.confidence)),
    pieces: (data.evidence ?? []).map((piece, index) => {
      const source = context.records.source.get(piece.source);
      return {
        isContradiction: piece.stance === 'contradicts',
        isContext: piece.stance === 'context',
        source: source === undefined ? null : slots.inline(sourceLink(source)),
        grade:
          source?.data.grade === undefined ? null : slots.inline(gradePhrase(source.data.grade)),
        locator: slots.text(piece.locator, {
          entry: finding,
          path: ['evidence', index, 'locator'],
        }),
        quote: wordsSlot(context, piece.quote, {
          entry: finding,
          path: ['evidence', index, 'quote'],
        }),
      };
    }),
  };
}

/** The short title, leading to the entry in the references. */
function sourceLink(source: Entry<'source'>): PhrasingContent {
  const title = source.data['title-short'] ?? source.data.title;
  const { language } = source.data;
  return {
    type: 'link',
    url: `#ref-${source.id}`,
    children: [{ type: 'text', value: title }],
    data: { record: `source/${source.id}`, ...(language === undefined ? {} : { lang: language }) },
  };
}

function gradePhrase(grade: string): PhrasingContent {
  return {
    type: 'phrase',
    role: 'grade',
    attributes: {},
    children: [{ type: 'text', value: grade }],
  };
}
