/** Checks that the file can do nothing, and that what it carries along is declared. */

import { diagnose } from '../../../model/diagnostic.ts';
import { dictionaryAt, entry, follow, listAt, nameAt, textAt } from '../../../model/pdf/objects.ts';
import { PdfDict, PdfStream, type PdfValue } from '../../../model/pdf/values.ts';
import type { PdfView } from '../open-pdf.ts';
import type { Rule } from '../rule.ts';

export const safetyRules: readonly Rule[] = [
  {
    code: 'pdf-active-content',
    requirement: 'no script, no form, no player, and no action but following a link',
    standards: ['PDF/UA-1', 'PDF/A-3a'],
    source: 'ISO 19005-3, 6.3.1, 6.4, 6.5.1 and 6.5.2; ISO 14289-1, 7.15; Matterhorn 25-001',
    check: (view) =>
      [...activeContent(view)].map((feature) => diagnose('pdf-active-content', { feature })),
  },
  {
    code: 'pdf-attachment-faulty',
    requirement: 'every attached file is named, typed and tied to the document',
    standards: ['PDF/UA-1', 'PDF/A-3a'],
    source: 'ISO 14289-1, 7.11; ISO 19005-3, 6.8; Matterhorn 21-001',
    check: (view) => {
      const specifications = specificationsIn(view);
      if (specifications.length === 0) return undefined;
      const associated = new Set(listAt(view.pdf.catalog, 'AF').map((value) => follow(value)));
      return specifications.flatMap((specification) => {
        const name = textAt(specification, 'UF') ?? textAt(specification, 'F') ?? '';
        return attachmentProblems(specification, associated).map((problem) =>
          diagnose('pdf-attachment-faulty', { name, problem }),
        );
      });
    },
  },
];

/** Source: ISO 19005-3, 6.5.1; following a link is all that a brief needs. */
const harmless: ReadonlySet<string> = new Set(['URI', 'GoTo']);

/** Every action of ISO 32000-1, table 198, and the media kinds of table 169. */
const actions: ReadonlySet<string> = new Set(
  'GoTo GoToR GoToE Launch Thread URI Sound Movie Hide Named SubmitForm ResetForm ImportData JavaScript SetOCGState Rendition Trans GoTo3DView'.split(
    ' ',
  ),
);
const players: ReadonlySet<string> = new Set([
  'Movie',
  'Sound',
  'Screen',
  '3D',
  'RichMedia',
  'Widget',
]);

function activeContent({ pdf, pages }: PdfView): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (value: PdfValue, depth: number): void => {
    const dictionary = value instanceof PdfDict ? value : undefined;
    if (dictionary === undefined || depth > DEEPEST) return;
    const type = nameAt(dictionary, 'Type');
    const action = nameAt(dictionary, 'S');
    const isAction = type === 'Action' || (type === undefined && actions.has(action ?? ''));
    if (isAction && !harmless.has(action ?? '')) found.add(`a ${action ?? 'nameless'} action`);
    if (dictionary.has('JS')) found.add('a script');
    if (dictionary.has('AA')) found.add('actions that events start');
    for (const item of dictionary.map.values()) look(item, depth + 1);
  };
  for (const [, object] of pdf.objects.entries()) look(object, 0);
  const names = dictionaryAt(pdf.catalog, 'Names');
  if (names?.has('JavaScript')) found.add('scripts of the document');
  if (entry(pdf.catalog, 'OpenAction') instanceof PdfDict) found.add('an action on opening');
  if (pdf.catalog.has('AcroForm')) found.add('a form');
  for (const { annotations } of pages)
    for (const { dictionary } of annotations) {
      const subtype = nameAt(dictionary, 'Subtype') ?? '';
      if (players.has(subtype)) found.add(`a ${subtype} annotation`);
    }
  return found;
}

/** Dictionaries inside dictionaries go no deeper than this in any file that is not a trap. */
const DEEPEST = 20;

function specificationsIn({ pdf }: PdfView): readonly PdfDict[] {
  return pdf.objects
    .entries()
    .map(([, object]) => object)
    .filter((object) => object instanceof PdfDict)
    .filter((object) => object.has('EF'));
}

function attachmentProblems(
  specification: PdfDict,
  associated: ReadonlySet<PdfValue | undefined>,
): string[] {
  const problems: string[] = [];
  for (const key of ['F', 'UF'])
    if ((textAt(specification, key) ?? '') === '') problems.push(`has no ${key}`);
  if (nameAt(specification, 'AFRelationship') === undefined)
    problems.push('does not say how it relates to the document');
  if (!associated.has(specification)) problems.push('is not associated with the document');
  const files = dictionaryAt(specification, 'EF');
  const stream = files === undefined ? undefined : entry(files, 'F');
  const mediaType = stream instanceof PdfStream ? nameAt(stream.dict, 'Subtype') : undefined;
  const isTyped = mediaType !== undefined && /^[-\w+.]+\/[-\w+.]+$/.test(mediaType);
  if (!isTyped) problems.push('has no media type');
  return problems;
}
