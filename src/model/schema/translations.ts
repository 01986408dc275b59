/**
 * Translations stand beside the words they translate, in the record itself: they carry its marking, are
 * withheld with it, and a dangling citation in one is found like any other.
 */
import { z } from 'zod';
import { leafRegistry } from './leaf.ts';

/** Field → its words in another language; a list is translated item by item. */
export type Translation = Readonly<
  Record<string, string | readonly string[] | Readonly<Record<string, string>>>
>;

/** Fields that are printed as they are in every language, or never. */
const verbatim = new Set(['note', 'silence', 'original', 'locator', 'short']);

/** A language as a key: `fr`, `ar`, `zh-Hans`. Source: BCP 47. */
const languageTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** schema → the same with `translations`, by language, of all its prose. */
export function translatable<T extends z.ZodRawShape>(schema: z.ZodObject<T>) {
  const fields = Object.entries(schema.shape).flatMap(([name, field]) => {
    // Shapes are typed by zod's core; what we build them from are always full schemas.
    const prose = proseOf(field as unknown as z.ZodType);
    return prose === undefined || verbatim.has(name) ? [] : [[name, prose.optional()] as const];
  });
  const translation = z.strictObject(Object.fromEntries(fields));
  const translations = z
    .record(z.string().regex(languageTag), translation)
    .describe('The words of this record in other languages: fr, ar, zh-Hans')
    .optional();
  // The fields are known at run time only; all of them are words, lists of words or named words.
  const typed = translations as unknown as z.ZodOptional<
    z.ZodRecord<z.ZodString, z.ZodType<Translation>>
  >;
  return schema.extend({ translations: typed });
}

/** Text, a list of texts or named texts; undefined for anything else. */
function proseOf(field: z.ZodType): z.ZodType | undefined {
  const inner = field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field;
  if (isProse(inner)) return inner;
  if (inner instanceof z.ZodArray && isProse(inner.element as z.ZodType)) return inner;
  if (inner instanceof z.ZodRecord && isProse(inner.valueType as z.ZodType)) return inner;
  return undefined;
}

function isProse(schema: z.ZodType): boolean {
  const leaf = leafRegistry.get(schema)?.leaf;
  return leaf === 'text' || leaf === 'markdown';
}
