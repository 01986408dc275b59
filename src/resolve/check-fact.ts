/** What a link or a key figure prints of a record: it must exist, and words beside it must agree. */
import { type Diagnostic, diagnose, type Place } from '../model/diagnostic.ts';
import { suggest } from '../model/did-you-mean.ts';
import { factOf } from '../model/fact.ts';
import type { CrossReference } from '../model/mentions.ts';
import type { Entry } from '../model/stages.ts';
import { contradictionIn } from './written-numbers.ts';

/** record, the link to it, where (asked only if need be) → what is wrong with the link. */
export function checkFact(
  entry: Entry,
  { property, text }: Pick<CrossReference, 'property' | 'text'>,
  place: () => Place,
): Diagnostic[] {
  const { id, kind } = entry;
  if (kind !== 'finding') {
    if (property !== undefined) {
      return [diagnose('reference-value-missing', { kind, id, value: property }, place())];
    }
    const isNumbered = kind === 'figure' || kind === 'takeaway';
    if (isNumbered || text.trim() !== '') return [];
    return [diagnose('reference-target-unprintable', { id, kind }, place())];
  }
  // Of this kind, as was just seen; the union of entries cannot be narrowed by it.
  const finding = entry as Entry<'finding'>;
  const fact = factOf(finding, property);
  if (fact === undefined) {
    return property === undefined && text.trim() !== ''
      ? []
      : [missingValue(finding, property, place())];
  }
  const written = contradictionIn(text, fact.value);
  if (written === undefined) return [];
  return [diagnose('value-contradicted', { id, written, value: String(fact.value) }, place())];
}

/** finding without the value that is asked for, its name if one was given, where → the diagnostic. */
export function missingValue(
  { id, kind, data }: Entry<'finding'>,
  name: string | undefined,
  place: Place,
): Diagnostic {
  const names = Object.keys(data.values ?? {});
  const all = names.map((one) => `${id}.${one}`).join(', ');
  const hint =
    names.length === 0
      ? 'give the finding a "value:", or write words between the brackets'
      : `write one of: ${all}`;
  if (name === undefined) {
    return diagnose('reference-target-unprintable', { id, kind }, { ...place, hint });
  }
  const slots = { kind, id, value: name };
  const near = names.length === 0 ? undefined : suggest(name, names);
  return diagnose('reference-value-missing', slots, { ...place, hint: near ?? hint });
}
