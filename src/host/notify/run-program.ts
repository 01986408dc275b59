/** Gives a text to another program on its standard input. No shell takes part, so nothing is expanded. */
import { spawn } from 'node:child_process';

/** What the program must not see: the web address holds a secret that is not meant for it. */
const withheld = 'BRIEF_NOTIFY_WEBHOOK';

/** How long a program may take. */
const timeoutMs = 30_000;

/**
 * Starts a program without arguments, writes the text to it and waits for its end; what it says on
 * standard error is seen. Rejects with a reason in words where it cannot be started, is not done in
 * 30 seconds or ends with another status than 0.
 */
export async function runProgram(program: string, text: string): Promise<void> {
  const env = { ...process.env, [withheld]: undefined };
  const child = spawn(program, [], {
    env,
    stdio: ['pipe', 'ignore', 'inherit'],
    timeout: timeoutMs,
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.once('error', (error: NodeJS.ErrnoException) => {
    reject(new Error(error.code === 'ENOENT' ? 'there is no such program' : error.message));
  });
  child.once('close', (status, signal) => {
    if (status === 0) resolve();
    else if (child.killed) reject(new Error('it was not done within 30 seconds'));
    else reject(new Error(`it ended with ${signal ?? `status ${status}`}`));
  });
  // A program that does not read what it is given is no failure of ours; its status decides.
  child.stdin.on('error', () => {});
  child.stdin.end(text);
  await promise;
}
