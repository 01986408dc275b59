/**
 * How Node compiles the tool: it keeps what it has compiled, measured, a quarter of a command's time at its
 * start; and as a command lasts seconds, it optimises less.
 */
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/**
 * environment → compiled code is kept in the user's own cache, and nowhere where there is none: in a
 * folder for everybody, somebody else could plant code. `NODE_COMPILE_CACHE` and
 * `NODE_DISABLE_COMPILE_CACHE` of Node have the last word. Never throws.
 */
export function keepCompiled(environment: Readonly<Record<string, string | undefined>>): void {
  const { NODE_COMPILE_CACHE: chosen, XDG_CACHE_HOME: cache, HOME: home } = environment;
  const own = process.platform === 'win32' ? homedir() : home;
  const folder =
    cache !== undefined && isAbsolute(cache)
      ? cache
      : own !== undefined && isAbsolute(own)
        ? join(own, '.cache')
        : undefined;
  if (chosen !== undefined) enableCompileCache(chosen);
  else if (folder !== undefined) enableCompileCache(join(folder, 'briefwright', 'compiled'));
}

/**
 * How often a function has run before V8's compilers take it on; by default 400 and 3,000. On two cores they
 * took a tenth of a build of 200 briefs, more than their code gave back. Source: `node --v8-options`.
 */
const tiering = [
  '--invocation-count-for-maglev=1000',
  '--invocation-count-for-turbofan=30000',
] as const;

/** Versions of Node that know these flags; V8 complains of one that it does not know. */
const tunable = /^(?:22|24|26)\./;

/** To be called before `keepCompiled`: what Node keeps is kept apart by such flags. Changes no result. */
export function compileLess(nodeVersion: string): void {
  if (tunable.test(nodeVersion)) for (const flag of tiering) setFlagsFromString(flag);
}
