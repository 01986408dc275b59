/**
 * Header and footer. The marking stands in both, on every page, at the right edge whatever the script:
 * a black box, the label in its colour, 12 points. Source: FIRST TLP 2.0, "Usage".
 */
import {
  AlignmentType,
  Footer,
  Header,
  type IRunOptions,
  PageNumber,
  Paragraph,
  ShadingType,
  TabStopType,
  TextRun,
} from 'docx';
import { markingColours } from '../../model/marking.ts';
import type { Context } from './context.ts';
import { runOptions } from './text-runs.ts';

/** Lines around the text of a section, as wide as its text. */
export interface RunningLines {
  readonly headers: { readonly first: Header; readonly default: Header };
  readonly footers: { readonly first: Footer; readonly default: Footer };
}

/** context, width of the text in twips → headers and footers; the first page names no publisher again. */
export function runningLines(context: Context, width: number): RunningLines {
  const { meta } = context;
  const foot = () => new Footer({ children: footLines(context, width) });
  return {
    headers: {
      first: new Header({ children: [headLine(context, [], width)] }),
      default: new Header({
        children: [headLine(context, [`${meta.publisher.name} · ${meta.shortTitle}`], width)],
      }),
    },
    footers: { first: foot(), default: foot() },
  };
}

function headLine(context: Context, words: readonly string[], width: number): Paragraph {
  return new Paragraph({
    style: 'Header',
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    ...acrossTheLine(context, [
      words.map((text) => said(context, { children: [text] })),
      [markingBox(context)],
    ]),
  });
}

/**
 * Parts from the left edge to the right one, with a tab between two. In a paragraph from right to left
 * the line begins at the right edge, so the last part comes first.
 */
function acrossTheLine({ meta }: Context, parts: readonly (readonly TextRun[])[]) {
  const isTurned = meta.dir === 'rtl';
  const ordered = isTurned ? parts.toReversed() : parts;
  const children = ordered.flatMap((runs, index) =>
    index === 0 ? [...runs] : [new TextRun('\t'), ...runs],
  );
  return { ...(isTurned ? { bidirectional: true } : {}), children };
}

/** Date and edition, page, marking; below them what else must be seen on every page. */
function footLines(context: Context, width: number): Paragraph[] {
  const { meta } = context;
  const edition =
    meta.edition === undefined ? [] : [context.label('edition', { edition: meta.edition })];
  const state = meta.status === 'final' ? [] : [context.label(meta.status)];
  const notice = [
    ...(meta.supersededBy === undefined ? [] : [meta.supersededBy.text]),
    ...state,
    ...(meta.publisher.sample === undefined ? [] : [meta.publisher.sample]),
  ];
  const line = new Paragraph({
    style: 'Footer',
    tabStops: [
      { type: TabStopType.CENTER, position: Math.round(width / 2) },
      { type: TabStopType.RIGHT, position: width },
    ],
    ...acrossTheLine(context, [
      [said(context, { children: [[...edition, meta.issuedText].join(' · ')] })],
      [said(context, { children: pageOf(context) })],
      [markingBox(context)],
    ]),
  });
  if (notice.length === 0) return [line];
  const below = said(context, { children: [notice.join(' · ')] });
  const bidirectional = meta.dir === 'rtl';
  return [
    line,
    new Paragraph({
      style: 'Footer',
      children: [below],
      // At the left edge, below the date.
      ...(bidirectional ? { bidirectional, alignment: AlignmentType.END } : {}),
    }),
  ];
}

function pageOf(context: Context): NonNullable<IRunOptions['children']> {
  return context
    .label('pageOf')
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '{page}') return PageNumber.CURRENT;
      return part === '{pages}' ? PageNumber.TOTAL_PAGES : part;
    });
}

function said(context: Context, run: IRunOptions): TextRun {
  const { lang, dir } = context.meta;
  return new TextRun({ ...runOptions(context, { lang, dir }), ...run });
}

/** No-break spaces make the box wider than its label. */
function markingBox({ meta }: Context): TextRun {
  return new TextRun({
    text: `\u00A0${meta.marking}\u00A0`,
    style: 'Marking',
    color: markingColours[meta.marking].slice(1),
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: '000000' },
  });
}
