/**
 * The variable part of printed pages: sheet size, and the words of running header and footer as custom
 * properties that the margin boxes of `print.css` show.
 */
import type { Composed, DocumentMeta } from '../../../model/document.ts';
import { markingColours, markingSlug, markings } from '../../../model/marking.ts';
import { labelOf } from '../labels.ts';
import { cssString } from './css-string.ts';

/** document → CSS: `@page { size }`, `:root { --running-… }` and the colours of the TLP labels. */
export function pageVariables({ meta, look }: Composed): string {
  const [beforePage = '', afterPage = ''] = labelOf(meta, 'pageOf').split('{page}');
  const [betweenPages = '', afterPages = ''] = afterPage.split('{pages}');
  const values: readonly (readonly [string, string])[] = [
    ['running-publisher', cssString(meta.publisher.name)],
    ['running-title', cssString(meta.shortTitle)],
    ['running-foot', cssString([editionLine(meta), ...noticeLine(meta)].join('\n'))],
    ['page-before', cssString(beforePage)],
    ['page-between', cssString(betweenPages)],
    ['page-after', cssString(afterPages)],
    ['marking-label', cssString(meta.marking)],
    ['marking-ink', markingColours[meta.marking]],
  ];
  return [
    `@page { size: ${look.paper}; }`,
    // Sheets for wide tables, turned.
    `@page turned { size: ${look.paper} landscape; }`,
    `:root {\n${values.map(([name, value]) => `  --${name}: ${value};`).join('\n')}\n}`,
    ...markings.map(
      (label) => `.marking-${markingSlug(label)} { color: ${markingColours[label]}; }`,
    ),
    '',
  ].join('\n');
}

/** "Edition 3 · 14 September 2026", or the date alone. */
function editionLine(meta: DocumentMeta): string {
  const edition =
    meta.edition === undefined ? [] : [labelOf(meta, 'edition', { edition: meta.edition })];
  return [...edition, meta.issuedText].join(' · ');
}

/** What must be seen on every page: that it is not final or in force, and that it is a sample. */
function noticeLine(meta: DocumentMeta): readonly string[] {
  const state = meta.status === 'final' ? [] : [labelOf(meta, meta.status)];
  const sample = meta.publisher.sample === undefined ? [] : [meta.publisher.sample];
  const old = meta.supersededBy === undefined ? [] : [meta.supersededBy.text];
  const parts = [...old, ...state, ...sample];
  return parts.length === 0 ? [] : [parts.join(' · ')];
}
