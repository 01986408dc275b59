/** A project in an empty folder. */
import type { Host } from '../../model/host.ts';
import { starterFiles } from './starter-files.ts';

/** What came of it. */
export type Started =
  | { readonly kind: 'started'; readonly paths: readonly string[] }
  /** Nothing was written, because this file is there. */
  | { readonly kind: 'occupied'; readonly path: string };

/** host whose project folder is empty or not there yet → the first files, all of them or none. */
export async function startProject(host: Host): Promise<Started> {
  const [occupant] = await host.project.list('');
  if (occupant !== undefined) return { kind: 'occupied', path: occupant };
  const today = new Date(host.clock.sourceDateMs ?? host.clock.now()).toISOString().slice(0, 10);
  const files = starterFiles(today);
  const fresh = new Map<string, Uint8Array>();
  for (const [path, text] of files) {
    // A hidden file is not listed, and a .gitignore that is there is kept.
    if ((await host.project.size(path)) === undefined) {
      fresh.set(path, new TextEncoder().encode(text));
    }
  }
  await host.project.replace(fresh);
  return { kind: 'started', paths: [...fresh.keys()] };
}
