/** The styles of paragraphs: Word's own names where it has one, ours where a brief needs more. */
import { AlignmentType, BorderStyle, type IParagraphStyleOptions } from 'docx';
import type { Theme } from '../theme.ts';
import { fontsOf } from './fonts.ts';
import { entryHang, lines, timelineHang } from './measures.ts';

/** theme → styles. Sizes are in half points, spaces in twips. */
export function paragraphStyles(theme: Theme): readonly IParagraphStyleOptions[] {
  const gap = (twips: number) => Math.round(twips * theme.density);
  const sans = fontsOf(theme.sans, 'sans');
  const small = { font: sans, size: 17, color: theme.muted };
  const accentRule = (space: number) => ({
    style: BorderStyle.SINGLE,
    size: 12,
    color: theme.accent,
    space,
  });
  return [
    style('Publisher', 'Publisher', {
      run: { font: sans, size: 20, bold: true, color: theme.ink },
      paragraph: { spacing: { after: gap(200) }, border: { bottom: accentRule(4) } },
    }),
    style('Standfirst', 'Standfirst', {
      run: { size: 24 },
      paragraph: { spacing: { before: gap(80), after: gap(120), ...lines(1.05) } },
    }),
    style('Byline', 'Byline', { run: small, paragraph: { spacing: { after: gap(280) } } }),
    style('Stamp', 'Stamp', {
      run: { font: sans, size: 22, bold: true, color: theme.accent },
      paragraph: { spacing: { after: gap(120) } },
    }),
    style('Notice', 'Notice', { run: small, paragraph: { spacing: { after: gap(60) } } }),
    style('Takeaway', 'Takeaway', { paragraph: { spacing: { before: gap(140), after: gap(60) } } }),
    style('Judgement', 'Judgement', {
      run: small,
      paragraph: { spacing: { after: gap(40), ...lines(1) }, keepLines: true },
    }),
    style('Stale', 'Stale', {
      run: { ...small, bold: true, color: theme.accent },
      paragraph: { spacing: { after: gap(40), ...lines(1) } },
    }),
    // Closes the takeaways, as a rule does on the printed page.
    style('TakeawaysEnd', 'Takeaways End', {
      run: { size: 8 },
      paragraph: {
        spacing: { before: 0, after: gap(200), ...lines(1) },
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: theme.rule, space: 4 } },
      },
    }),
    style('Direction', 'Direction', {
      run: { color: theme.muted },
      paragraph: { keepNext: true, spacing: { after: gap(80) } },
    }),
    ...listStyles(gap),
    style('Quote', 'Quote', {
      run: { italics: false },
      paragraph: {
        indent: { start: entryHang },
        spacing: { before: gap(120), after: gap(60) },
        border: { left: accentRule(10) },
        keepLines: true,
      },
    }),
    style('Attribution', 'Attribution', {
      run: small,
      paragraph: { indent: { start: entryHang }, spacing: { after: gap(180) } },
    }),
    style('Timeline', 'Timeline', {
      paragraph: {
        indent: { start: timelineHang, hanging: timelineHang },
        spacing: { after: gap(100) },
        keepLines: true,
      },
    }),
    hanging('Definition', 'Definition', gap(100)),
    {
      ...hanging('Bibliography', 'Bibliography', gap(80)),
      run: { size: 18 },
    },
    style('Figure', 'Figure', {
      paragraph: { keepNext: true, spacing: { before: gap(80), after: gap(80), ...lines(1) } },
    }),
    style('FigureNote', 'Figure Note', {
      run: small,
      paragraph: { spacing: { before: gap(80), after: gap(160), ...lines(1) } },
    }),
    style('TableText', 'Table Text', {
      run: { font: sans, size: 18 },
      paragraph: { spacing: { before: 30, after: 30, ...lines(1) } },
    }),
    style('TableHeading', 'Table Heading', { run: { bold: true } }, 'TableText'),
    style('TableTextDense', 'Table Text Dense', { run: { size: 12 } }, 'TableText'),
    style('TableHeadingDense', 'Table Heading Dense', { run: { size: 12 } }, 'TableHeading'),
    style(
      'KeyFigure',
      'Key Figure',
      { run: { size: 36, bold: true, color: theme.accent } },
      'TableText',
    ),
    style('Code', 'Code', {
      run: { font: 'Consolas', size: 18, noProof: true },
      paragraph: { alignment: AlignmentType.LEFT, spacing: { after: gap(120), ...lines(1) } },
    }),
    style('Colophon', 'Colophon', { run: small, paragraph: { spacing: { after: gap(80) } } }),
    // Between a table and what follows it, as tables have no space of their own in Word.
    style('Spacer', 'Spacer', {
      run: { size: 8 },
      paragraph: { spacing: { before: 0, after: gap(80), ...lines(1) } },
    }),
    style('Header', 'header', { run: { ...small, size: 16 }, paragraph: flat }),
    style('Footer', 'footer', { run: { ...small, size: 16 }, paragraph: flat }),
  ];
}

const flat = { spacing: { before: 0, after: 0, ...lines(1) } } as const;

/** Word's own list styles; their numbers and bullets come from the lists themselves. */
function listStyles(gap: (twips: number) => number): readonly IParagraphStyleOptions[] {
  const spacing = { spacing: { after: gap(60) } };
  const numbers = ['', '2', '3', '4', '5'];
  return [
    ...numbers.map((number) =>
      style(`ListNumber${number}`, `List Number ${number}`.trim(), { paragraph: spacing }),
    ),
    ...numbers.map((number) =>
      style(`ListBullet${number}`, `List Bullet ${number}`.trim(), { paragraph: spacing }),
    ),
    style('ListContinue', 'List Continue', { paragraph: spacing }),
  ];
}

function hanging(id: string, name: string, after: number): IParagraphStyleOptions {
  return style(id, name, {
    paragraph: { indent: { start: entryHang, hanging: entryHang }, spacing: { after } },
  });
}

function style(
  id: string,
  name: string,
  look: Pick<IParagraphStyleOptions, 'run' | 'paragraph'>,
  basedOn = 'Normal',
): IParagraphStyleOptions {
  return { id, name, basedOn, quickFormat: true, ...look };
}
