/** What an edition vouches for: the hash of every file that came out, in every language. */
import type { Artifact } from '../../model/document.ts';
import { type Format, formats } from '../../model/formats.ts';
import { sha256 } from '../../model/hash.ts';
import { compareCodePoints } from '../../model/order.ts';
import type { Edition } from '../../model/schema/edition.ts';

/** artifacts → name of each file, the pictures beside a Markdown file among them → format and hash. */
export function hashesOfArtifacts(artifacts: readonly Artifact[]): Edition['artifacts'] {
  const hashes = artifacts.flatMap(({ name, format, bytes, parts = [] }) =>
    [{ name, bytes }, ...parts].map((file): [string, Edition['artifacts'][string]] => [
      file.name,
      { format, sha256: sha256(file.bytes) },
    ]),
  );
  return Object.fromEntries(hashes.sort(([a], [b]) => compareCodePoints(a, b)));
}

/** A lock → the formats that it froze, in the order of all formats. */
export function frozenFormats({ artifacts }: Pick<Edition, 'artifacts'>): Format[] {
  const frozen = new Set(Object.values(artifacts).map(({ format }) => format));
  return formats.filter((format) => frozen.has(format));
}
