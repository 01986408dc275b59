/**
 * What an old Node does instead of the command: it starts the newer one that came with the package.
 * Everything in here, and whatever it imports, must run on Node 18.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { oldestNode } from '../model/node-version.ts';

/** Status for something that the machine lacks; see `exit-status.ts`. */
const environment = 3;

/** Runs this very command with the newer Node → its exit status; without one, says what to do. */
export async function startNewerNode(): Promise<number> {
  const program = newerNode();
  if (program === undefined) {
    const has = `this is Node ${process.versions.node}`;
    const need = `brief needs Node ${oldestNode} or newer`;
    process.stderr.write(
      `error: ${need}, and ${has}\n  help: install it from https://nodejs.org\n`,
    );
    return environment;
  }
  const child = spawn(program, process.argv.slice(1), { stdio: 'inherit' });
  // What a terminal sends reaches the child without us; what a supervisor sends must be handed on.
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => {
      // Source: POSIX shells give 128 and the signal's number.
      resolve(status ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/** The executable of the optional package for this system, where it is installed. */
function newerNode(): string | undefined {
  const name = `node-${process.platform}-${process.arch}`;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return join(dirname(manifest), 'bin', 'node');
  } catch {
    return undefined;
  }
}
