/** The look of an office: colours, fonts, sheet, spacing, and a style sheet for the rest. */
import { z } from 'zod';
import { papers } from '../formats.ts';
import { choice, keyword, path } from './leaf.ts';

const colour = (description: string) =>
  z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .describe(`${description}, as #1f3a5f`);

/** A font file of the project. */
const fontFile = z.strictObject({
  family: keyword('Name of the family, as `serif` or `sans` give it'),
  file: path('WOFF2, TTF or OTF, relative to the project'),
  weight: z.int().min(100).max(900).describe('Default: 400; headings are 600').optional(),
  style: choice(['normal', 'italic'], 'Default: normal').optional(),
});

/** Values that every document of the office follows. */
export const theme = z
  .strictObject({
    accent: colour('Colour of links, labels, rules and charts').optional(),
    ink: colour('Colour of text').optional(),
    muted: colour('Colour of what stands back: bylines, notes, captions').optional(),
    ground: colour('Colour of the page on a light screen; paper stays white').optional(),
    paper: choice(papers, 'Sheet').optional(),
    serif: keyword('Font family for reading: an installed one, or one of `fonts`').optional(),
    sans: keyword('Font family for labels and figures').optional(),
    headings: choice(
      ['serif', 'sans'],
      'Which of the two sets headings; default: serif',
    ).optional(),
    density: choice(['comfortable', 'compact'], 'Spacing').optional(),
    fonts: z.array(fontFile).describe('Font files of the office’s own').optional(),
    css: path('A style sheet for what the values cannot say, relative to the project').optional(),
  })
  .describe('Colours, fonts and sheet of every document');
