/** Diagnostics of figures and pictures: what cannot be drawn, and what may not be shown. */
import { error, warning } from './define.ts';

export const figureCodes = {
  'figure-value-not-number': error(
    (s: { column: string; value: string }) =>
      `the column "${s.column}" is drawn as numbers, and "${s.value}" is none`,
    () => 'write the number alone, and leave the cell empty where it is not known',
  ),
  'figure-date-unreadable': error(
    (s: { column: string; value: string }) =>
      `the column "${s.column}" is drawn along time, and "${s.value}" is no date`,
    () => 'write 2025, 2025-06, 2025-06-14, 2025-06-14/2025-06-20, or 2025~ for "about"',
  ),
  'figure-row-doubled': error(
    (s: { what: string }) => `two rows give a value for ${s.what}`,
    () => 'keep one of them, or name in "series:" or "facet:" the column that tells them apart',
  ),
  'figure-series-many': error(
    (s: { count: number; limit: number }) =>
      `${s.count} series in one chart cannot be told apart; ${s.limit} can`,
    () => 'name the column in "facet:" instead, or leave series out',
  ),
  'figure-stack-mixed': error(
    (s: { what: string }) => `the stack of ${s.what} holds numbers above and below zero`,
    () => 'leave "stacked:" out, so that the bars stand side by side',
  ),
  'figure-empty': warning(
    (s: { id: string }) => `the figure "${s.id}" has no rows that this audience may see`,
    () => 'leave the figure out of this brief, or mark it like its rows',
  ),
  'figure-spec-refused': error(
    (s: { problem: string }) => `the specification ${s.problem}`,
    () => 'put the rows into "data:"; a chart fetches nothing, and leads nowhere',
  ),
  'figure-spec-broken': error(
    (s: { problem: string }) => `Vega-Lite cannot draw the specification: ${s.problem}`,
  ),
  'figure-spec-doubtful': warning((s: { problem: string }) => `Vega-Lite says: ${s.problem}`),
  'figure-spec-endless': error(
    (s: { seconds: number }) => `the specification was not drawn within ${s.seconds} seconds`,
    () => 'look for bins, ticks or steps by the million',
  ),
  'figure-colour-alone': error(
    (s: { field: string }) => `only colour tells the values of "${s.field}" apart`,
    (s) => `put "${s.field}" also into "shape", "strokeDash", "text", "xOffset" or "facet"`,
  ),
  'picture-unreadable': error(
    (s: { file: string }) => `${s.file} is no picture that can be shown`,
    () => 'save it as PNG, JPEG, GIF, WebP or SVG',
  ),
  'picture-too-large': error(
    (s: { file: string; problem: string }) => `the picture ${s.file} ${s.problem}`,
    () => 'save it smaller: 2000 pixels are enough for a whole page',
  ),
  'picture-cleaned': warning(
    (s: { file: string; parts: string }) => `${s.file} is shown without its ${s.parts}`,
    () => 'save it as plain SVG, without scripts, links, styles from elsewhere or embedded files',
  ),
} as const;
