/** Hashes of contents, as manifests and caches hold them. */
import { createHash } from 'node:crypto';
import { compareCodePoints } from './order.ts';

/** bytes or text (as UTF-8) → SHA-256, 64 lower-case hex digits. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** name → hash, in any order → one hash that changes when a name or a content does. */
export function combineHashes(hashes: ReadonlyMap<string, string>): string {
  const sorted = [...hashes].sort(([a], [b]) => compareCodePoints(a, b));
  return sha256(sorted.map(([name, hash]) => `${JSON.stringify(name)} ${hash}\n`).join(''));
}
