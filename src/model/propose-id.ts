/** What an id could be, made from words: the one rule by which every proposal is made. */

/** Device names of Windows, which cannot be file names there. Source: Microsoft, Naming Files. */
export const deviceNames = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** `Purge 2019!` → `purge-2019`; undefined where nothing usable is left. */
export function proposeId(text: string): string | undefined {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return plain === '' || deviceNames.test(plain) ? undefined : plain;
}
