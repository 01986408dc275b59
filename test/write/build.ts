/** Small builds for the tests of the writer: artifacts and facts from a few words. */
import type { Artifact } from '../../src/model/document.ts';
import { sha256 } from '../../src/model/hash.ts';
import { HostError } from '../../src/model/host.ts';
import type { DocumentFacts, RunFacts, WriteOptions } from '../../src/write/run-facts.ts';

export const options: WriteOptions = { lock: { waitMs: 10_000, onNotice: () => {} } };

/** `lulls.md` with its content → the artifact of the brief "lulls". */
export function artifact(name: string, content: string, more: Partial<Artifact> = {}): Artifact {
  const [brief = '', format = ''] = name.split('.');
  return {
    brief,
    format: format === 'html' || format === 'pdf' ? format : 'md',
    name,
    mediaType: 'text/plain',
    bytes: new TextEncoder().encode(content),
    ...more,
  };
}

/** Facts of a build of some briefs; `all` are the briefs of the project, by default the same. */
export function run(built: readonly string[], all: readonly string[] = built): RunFacts {
  return { tool: '0.1.0', briefs: all, documents: built.map((id) => facts(id)) };
}

/** Facts of one document; the input is named after the brief. */
export function facts(id: string, more: Partial<DocumentFacts> = {}): DocumentFacts {
  return {
    id,
    title: `On ${id}`,
    marking: 'TLP:CLEAR',
    words: 800,
    about: { issued: '2026', status: 'final', tags: [], versions: [] },
    readMinutes: 4,
    inputs: new Map([
      [`data/briefs/${id}.yaml`, sha256(id)],
      ['data/sources.yaml', sha256('sources')],
    ]),
    resources: new Map([['fonts', sha256('fonts')]]),
    ...more,
  };
}

/** Bytes as text. */
export function text(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

/** A failure to throw from a host. */
export function diskFull(): HostError {
  return new HostError('disk-full', 'cannot write: the disk is full');
}
