/** Check of the marking: where the file has one, it stands on every page, above and below. */
import { diagnose } from '../../../model/diagnostic.ts';
import { type DocxView, elementsIn, textOf } from '../open-docx.ts';
import type { DocxRule } from '../rule.ts';

export const markingRules: readonly DocxRule[] = [
  {
    code: 'docx-marking-missing',
    requirement: 'the marking stands in every header and footer',
    standards: ['TLP 2.0'],
    source: 'FIRST TLP 2.0, "Usage": in the header and the footer of each page',
    check: (view) => {
      const marking = markingOf(view);
      if (marking === undefined) return undefined;
      const isMarked = new RegExp(`${marking.replaceAll('+', '\\+')}(?![+A-Z])`);
      const lost = runningParts(view).filter(({ text }) => !isMarked.test(text));
      const missing = (['header', 'footer'] as const).filter(
        (type) => !runningParts(view).some((part) => part.type === type),
      );
      return [...missing.map((type) => `no ${type}`), ...lost.map(({ target }) => target)].map(
        (part) => diagnose('docx-marking-missing', { marking, part }),
      );
    },
  },
];

/** The label that the properties name, else the one that any header or footer shows. */
function markingOf(view: DocxView): string | undefined {
  const { relations, part } = view;
  const properties = relations
    .filter(({ type }) => type === 'custom-properties')
    .flatMap(({ target }) => elementsIn(part(target), 'property'));
  const named = properties.find(({ attributes: { name } }) => name === 'Marking')?.text;
  const shown = runningParts(view).map(({ text }) => text);
  return [named ?? '', ...shown].join('\n').match(label)?.[0];
}

/** Source: FIRST TLP 2.0. */
const label = /TLP:(?:CLEAR|GREEN|AMBER\+STRICT|AMBER|RED)/;

function runningParts({ relations, texts }: DocxView) {
  return relations.flatMap(({ type, target }) => {
    if (type !== 'header' && type !== 'footer') return [];
    const found = texts.find(({ name }) => name === target);
    return found === undefined ? [] : [{ type, target, text: textOf(found.root) }];
  });
}
