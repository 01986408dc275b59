/** Checks of styles and of the headings that they make. */
import type { XmlElement } from '@rgrove/parse-xml';
import { diagnose } from '../../../model/diagnostic.ts';
import { shortened } from '../../shortened.ts';
import { type DocxView, elementsIn, textOf, valueIn } from '../open-docx.ts';
import type { DocxRule } from '../rule.ts';

export const headingRules: readonly DocxRule[] = [
  {
    code: 'docx-style-unknown',
    requirement: 'every style that is used is defined',
    standards: ['Office Open XML'],
    source: 'ECMA-376-1, 17.7.4.17',
    check: ({ texts, styles }) => {
      const used = texts.flatMap(({ root }) =>
        ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((name) =>
          elementsIn(root, name).flatMap(({ attributes }) => attributes['w:val'] ?? []),
        ),
      );
      if (used.length === 0) return undefined;
      return [...new Set(used)]
        .filter((style) => !styles.has(style))
        .map((style) => diagnose('docx-style-unknown', { style }));
    },
  },
  {
    code: 'docx-heading-missing',
    requirement: 'headings are headings by their style',
    standards: ['WCAG 2.2', 'Office Open XML'],
    source: 'WCAG 2.2, 1.3.1; ECMA-376-1, 17.3.1.20',
    check: (view) => {
      const isTitled = paragraphsIn(view).some((one) => nameOf(one, view) === 'title');
      return isTitled || headingsIn(view).length > 0 ? [] : [diagnose('docx-heading-missing', {})];
    },
  },
  {
    code: 'docx-heading-skipped',
    requirement: 'headings start at level 1 and skip none on the way down',
    standards: ['best practice'],
    source: 'WCAG 2.2, 1.3.1 and technique G141',
    check: (view) => {
      const headings = headingsIn(view);
      if (headings.length === 0) return undefined;
      return headings.flatMap(({ text, level }, index) => {
        const before = headings[index - 1]?.level ?? 0;
        return level > before + 1
          ? [diagnose('docx-heading-skipped', { heading: shortened(text), level, before })]
          : [];
      });
    },
  },
];

interface Heading {
  readonly text: string;
  readonly level: number;
}

function paragraphsIn({ body }: DocxView): readonly XmlElement[] {
  return elementsIn(body, 'w:p');
}

function headingsIn(view: DocxView): readonly Heading[] {
  return paragraphsIn(view).flatMap((paragraph) => {
    const level = levelOf(paragraph, view);
    const text = textOf(paragraph);
    return level === undefined || !/\S/.test(text) ? [] : [{ text, level }];
  });
}

/** Its own outline level, else that of its style or of the nearest style below it; 9 is plain text. */
function levelOf(paragraph: XmlElement, { styles }: DocxView): number | undefined {
  const own = valueIn(paragraph, 'w:outlineLvl');
  if (own !== undefined) return outlined(Number(own));
  const seen = new Set<string>();
  let id = valueIn(paragraph, 'w:pStyle');
  while (id !== undefined && !seen.has(id)) {
    seen.add(id);
    const style = styles.get(id);
    if (style?.outlineLevel !== undefined) return outlined(style.outlineLevel);
    const named = /^heading ([1-9])$/i.exec(style?.name ?? '')?.[1];
    if (named !== undefined) return Number(named);
    id = style?.basedOn;
  }
  return undefined;
}

function outlined(level: number): number | undefined {
  return level >= 0 && level < 9 ? level + 1 : undefined;
}

function nameOf(paragraph: XmlElement, { styles }: DocxView): string | undefined {
  const id = valueIn(paragraph, 'w:pStyle');
  return id === undefined ? undefined : styles.get(id)?.name.toLowerCase();
}
