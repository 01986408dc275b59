/** The bytes of a finished file: in memory, or put away until it is written. */
import { sha256 } from './hash.ts';

/** Bytes that were put away. */
export interface StoredBytes {
  readonly byteLength: number;
  readonly sha256: string;
  /** Rejects as the host's files do. */
  read(): Promise<Uint8Array>;
}

/** Where bytes are put away; whoever opened it closes it. */
export interface Shelf {
  /** Bytes → what stands for them. Rejects with `disk-full` or `file-unwritable`. */
  put(bytes: Uint8Array): Promise<StoredBytes>;
  /** Forgets everything. Safe to call twice. */
  close(): Promise<void>;
}

export type Contents = Uint8Array | StoredBytes;

/** contents → their SHA-256, 64 lower-case hex digits. */
export function hashOfContents(contents: Contents): string {
  return contents instanceof Uint8Array ? sha256(contents) : contents.sha256;
}

/** contents → their bytes. Rejects as the host's files do. */
export async function bytesOf(contents: Contents): Promise<Uint8Array> {
  return contents instanceof Uint8Array ? contents : contents.read();
}
