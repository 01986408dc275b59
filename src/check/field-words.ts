/** Types and formats in words: what a person who has never programmed calls them. */

/** zod's type name → words with an article. */
export function expectedWords(expected: string): string {
  return (
    {
      string: 'text',
      number: 'a number',
      int: 'a whole number',
      boolean: 'true or false',
      array: 'a list',
      object: 'a group of fields',
      record: 'a group of fields',
    }[expected] ?? expected
  );
}

/** A value → what it is, in words. */
export function describeFound(found: unknown): string {
  if (found === null) return 'empty';
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'string') return 'text';
  if (typeof found === 'number') return `the number ${found}`;
  if (found === undefined) return 'missing';
  if (typeof found === 'boolean') return String(found);
  return 'a group of fields';
}

/** A field with a fixed form → an example of it. */
export function describeFormat(field: string): string {
  return (
    {
      accent: 'write a colour as # and six digits or letters a–f: "#1f3a5f" (in quotation marks)',
      ink: 'write a colour as # and six digits or letters a–f: "#1f3a5f" (in quotation marks)',
      grade: 'write a letter A–F and a digit 1–6, as in B2',
      country: 'write the two capital letters of ISO 3166: SG, FR, GB',
      orcid: 'write four groups of four: 0000-0002-1825-0097',
      ror: 'write the last part of the ROR address: 05a28rw58',
      sha256: 'write 64 digits and letters a–f, as sha256sum prints them',
    }[field] ?? 'compare with a neighbouring record that works'
  );
}

/** Kind of record → the word for it in a sentence. */
export function nameOfKind(kind: string): string {
  return kind === 'term' ? 'glossary term' : kind;
}

/** A value as it was typed → as much of its first line as a message can hold. */
export function shorten(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length > 40 || line !== text.trim() ? `${line.slice(0, 39)}…` : line;
}
