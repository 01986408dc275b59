/** The version of the tool, as its package says. */
import { createNodeHost } from '../host/node-host.ts';

/** → `0.1.0`. */
export async function toolVersion(): Promise<string> {
  const host = await createNodeHost({ root: '.' });
  return host.version;
}
