/**
 * Checks of the page as a browser shows it: axe, at two widths and in both colour schemes, and whether
 * anything sticks out of a narrow window. What is folded away is unfolded first.
 */
import { diagnose } from '../../model/diagnostic.ts';
import type { PageView, Printer } from '../../model/host.ts';
import { type AuditCheck, judged, notRun, type Requirement } from '../report.ts';
import { type AxeResults, axeChecks, axeQuestion } from './axe.ts';

/** Time for one page, in milliseconds: axe takes a second or two for a long one, on a slow machine more. */
const timeoutMs = 120_000;

/** Source: WCAG 2.2, 1.4.10: 320 CSS pixels. */
const narrowPx = 320;
const widePx = 1280;

const tooWide: Requirement = {
  code: 'html-too-wide',
  requirement: `nothing sticks out of a window of ${narrowPx} pixels`,
  standards: ['WCAG 2.2'],
  source: 'WCAG 2.2, 1.4.10; technique C31',
};

const byAxe: Requirement = {
  code: 'html-axe',
  requirement:
    'axe finds nothing wrong with the page as it is shown (contrast, names, roles and more)',
  standards: ['WCAG 2.2', 'best practice'],
  source: 'WCAG 2.2 A and AA, as far as axe-core looks',
};

/** Rules whose outcome hangs on colours and widths; all others are the same in every view. */
const visualRules = [
  'color-contrast',
  'link-in-text-block',
  'target-size',
  'scrollable-region-focusable',
];

/** HTML, what shows it, source of axe → the checks. Rejects as `examine` does. */
export async function checkShown(
  html: string,
  examine: Printer['examine'],
  axe: string,
): Promise<readonly AuditCheck[]> {
  const wide: PageView = { widthPx: widePx, scheme: 'light', question: axeQuestion() };
  const narrow: PageView = {
    widthPx: narrowPx,
    scheme: 'dark',
    question: axeQuestion(visualRules),
  };
  const width: PageView = {
    widthPx: narrowPx,
    scheme: 'light',
    question: 'document.documentElement.scrollWidth',
  };
  const answers = await examine({ html, library: axe, views: [wide, narrow, width], timeoutMs });
  // The answers of our own questions, carried over as JSON.
  const [first, second, widthPx] = answers as [AxeResults, AxeResults, number];
  const isWider = widthPx > narrowPx;
  const slots = { widthPx, windowPx: narrowPx };
  return [
    judged(tooWide, isWider ? [diagnose('html-too-wide', slots)] : []),
    ...axeChecks([first, second]),
  ];
}

/** Why there is no browser → the checks that are not run for it. */
export function notShown(reason: string): readonly AuditCheck[] {
  return [notRun(tooWide, reason), { ...notRun(byAxe, reason), name: 'axe' }];
}
