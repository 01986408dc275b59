/** Checks of the headings: one for the whole, none skipped on the way down. */
import type { Element } from 'hast';
import { diagnose } from '../../../model/diagnostic.ts';
import { shortened } from '../../shortened.ts';
import { attribute, type HtmlView, plain } from '../open-html.ts';
import type { HtmlRule } from '../rule.ts';

export const headingRules: readonly HtmlRule[] = [
  {
    code: 'html-main-heading',
    requirement: 'the page has one heading of level 1',
    standards: ['best practice'],
    source: 'WCAG 2.2, technique G141; HTML Standard, 4.3.11',
    check: (view) => {
      const count = headingsOf(view).filter(({ level }) => level === 1).length;
      return count === 1 ? [] : [diagnose('html-main-heading', { count })];
    },
  },
  {
    code: 'html-heading-skipped',
    requirement: 'headings skip no level on the way down',
    standards: ['best practice'],
    source: 'WCAG 2.2, 1.3.1 and technique G141',
    check: (view) => {
      const headings = headingsOf(view);
      if (headings.length === 0) return undefined;
      return headings.flatMap(({ text, level }, index) => {
        const before = headings[index - 1]?.level ?? level;
        return level > before + 1
          ? [diagnose('html-heading-skipped', { heading: shortened(text), level, before })]
          : [];
      });
    },
  },
];

interface Heading {
  readonly text: string;
  readonly level: number;
}

function headingsOf({ elements }: HtmlView): readonly Heading[] {
  return elements.flatMap((element) => {
    const level = levelOf(element);
    return level === undefined ? [] : [{ text: plain(element), level }];
  });
}

/** Source: HTML Accessibility API Mappings, `h1` to `h6`; WAI-ARIA 1.2, `heading`. */
function levelOf(element: Element): number | undefined {
  const role = attribute(element, 'role');
  if (role !== undefined && role !== 'heading') return undefined;
  const named = attribute(element, 'ariaLevel');
  if (named !== undefined && /^[1-9]$/.test(named)) return Number(named);
  const level = element.tagName.match(/^h([1-6])$/)?.[1];
  if (level !== undefined) return Number(level);
  return role === 'heading' ? 2 : undefined;
}
