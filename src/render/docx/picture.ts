/** Reads the picture that a data URL holds. */

/** Kinds of pictures that Word can show; of SVG every Word wants a picture of pixels beside it. */
export type PictureKind = 'png' | 'jpg' | 'gif' | 'bmp' | 'svg';

export interface PictureBytes {
  readonly kind: PictureKind;
  readonly bytes: Uint8Array;
}

const kinds: ReadonlyMap<string, PictureKind> = new Map([
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/gif', 'gif'],
  ['image/bmp', 'bmp'],
  ['image/svg+xml', 'svg'],
]);

/** data URL → kind and bytes; undefined for a kind that Word cannot show. Source: RFC 2397. */
export function pictureOf(url: string): PictureBytes | undefined {
  const comma = url.indexOf(',');
  if (comma === -1) return undefined;
  const [type = '', ...parameters] = url.slice('data:'.length, comma).split(';');
  const kind = kinds.get(type.toLowerCase());
  if (kind === undefined) return undefined;
  const data = url.slice(comma + 1);
  const bytes = parameters.includes('base64')
    ? Uint8Array.from(Buffer.from(data, 'base64'))
    : new TextEncoder().encode(decodeURIComponent(data));
  return { kind, bytes };
}
