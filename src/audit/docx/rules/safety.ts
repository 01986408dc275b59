/** Checks that the file can do nothing, and needs nothing from elsewhere. */
import { diagnose } from '../../../model/diagnostic.ts';
import { shortened } from '../../shortened.ts';
import { type DocxView, elementsIn } from '../open-docx.ts';
import type { DocxRule } from '../rule.ts';

export const safetyRules: readonly DocxRule[] = [
  {
    code: 'docx-active-content',
    requirement: 'no macro, no control, no object of another program',
    standards: ['own'],
    source: 'own rule, on ECMA-376-1, 15.2 and [MS-OFFMACRO2], 2.2',
    check: (view) =>
      [...activeContent(view)].map((feature) => diagnose('docx-active-content', { feature })),
  },
  {
    code: 'docx-loads-outside',
    requirement: 'the file is one: it loads nothing from elsewhere',
    standards: ['own'],
    source: 'own rule, on ECMA-376-2, 9.3 (external targets)',
    check: ({ relations }) =>
      relations
        .filter(({ isOutside, type }) => isOutside && type !== 'hyperlink')
        .map(({ target, type }) =>
          diagnose('docx-loads-outside', { address: shortened(target, 80), used: type }),
        ),
  },
];

const activeParts: Readonly<Record<string, string>> = {
  vbaProject: 'macros',
  control: 'a control',
  oleObject: 'an object of another program',
  package: 'an object of another program',
  attachedToolbars: 'tool bars of its own',
};

/** Fields that fetch or start something. Source: ECMA-376-1, 17.16.5. */
const activeFields = /^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|MACROBUTTON|DATABASE)\b/i;

function activeContent({ relations, texts }: DocxView): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { type } of relations) {
    const feature = activeParts[type];
    if (feature !== undefined) found.add(feature);
  }
  for (const { root } of texts) {
    const fields = [
      ...elementsIn(root, 'w:instrText').map(({ text }) => text),
      ...elementsIn(root, 'w:fldSimple').map(({ attributes }) => attributes['w:instr'] ?? ''),
    ];
    for (const field of fields)
      if (activeFields.test(field)) found.add(`the field ${field.trim().split(/\s/)[0]}`);
  }
  return found;
}
