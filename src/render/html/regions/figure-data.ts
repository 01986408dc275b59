/**
 * What stands behind a figure, shown on demand on the screen, without script: its description and, of a
 * chart, the data. Print leaves it out: paper has the values in the chart or beside it, and a PDF the
 * description in the alternative text.
 *
 * In: paragraphs, or a table, or both.
 * Out: `details.figure-data > summary`.
 */
import type { Element } from 'hast';
import type { Region } from '../../../model/tree.ts';
import type { Handle } from '../context.ts';
import { element, text } from '../element.ts';

export const figureData: Handle<Region> = (context, state, node): Element | undefined => {
  if (context.purpose === 'print') return undefined;
  const hasTable = node.children.some(({ type }) => type === 'table');
  const hasWords = node.children.some(({ type }) => type !== 'table');
  const label = hasTable
    ? hasWords
      ? 'figureDescriptionAndData'
      : 'figureData'
    : 'figureDescription';
  return element('details', { className: ['figure-data'] }, [
    element('summary', {}, [text(context.label(label))]),
    ...state.wrap(state.all(node), true),
  ]);
};
