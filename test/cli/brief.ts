/** The command as a person runs it: a real process in a project of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { stringify } from 'yaml';
import { main } from '../../src/cli/main.ts';
import { createTerminal } from '../../src/cli/terminal.ts';
import { temporaryFolder } from '../host/files/temporary-folder.ts';
import { minimal, minimalBrief } from '../support/project.ts';

/** How a run came out. */
export interface Run {
  /** Exit status, or the signal that ended it. */
  readonly status: number | NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

const script = join(import.meta.dirname, '../../src/bin.ts');

/** The minimal data with a second source, so that no rule has anything to say. */
export const sound = {
  ...minimal,
  sources: {
    ...minimal.sources,
    study: { type: 'report', title: 'A study', publisher: 'Others', issued: 2025 },
  },
  findings: {
    ...minimal.findings,
    'posts-fell': {
      statement: 'Posts fell by half.',
      evidence: [{ source: 'study', locator: 'p. 9' }],
    },
  },
  takeaways: {
    'output-fell': {
      ...minimal.takeaways['output-fell'],
      findings: ['channels-removed', 'posts-fell'],
    },
  },
};

/** A folder with two small briefs; `files` replace or add, `null` takes away. Deleted when the test ends. */
export async function project(files: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const folder = await temporaryFolder();
  const all: Readonly<Record<string, unknown>> = {
    'data/all.yaml': sound,
    'data/briefs/one.yaml': minimalBrief,
    'data/briefs/two.yaml': { ...minimalBrief, title: 'Another brief' },
    ...files,
  };
  for (const [path, content] of Object.entries(all)) {
    if (content === null) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : stringify(content));
  }
  return folder;
}

/** Variables that would change what is printed, taken out of the environment of the tests. */
const plain = {
  CI: undefined,
  FORCE_COLOR: undefined,
  NO_COLOR: undefined,
  BRIEF_BROWSER: undefined,
};

/** Starts the command; the caller waits for it. */
export function start(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [script, ...args], {
    cwd: folder,
    env: { ...process.env, ...plain, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs the command to its end. */
export async function brief(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return ended(start(folder, args, environment));
}

/** Waits for a started command. */
export async function ended(child: ChildProcess): Promise<Run> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('the streams are not piped');
  const closed = new Promise<Run['status']>((resolve) => {
    child.once('close', (status, signal) => resolve(signal ?? status));
  });
  const [status, out, err] = await Promise.all([closed, text(stdout), text(stderr)]);
  return { status, out, err };
}

/** The same without a process of its own, for what needs none: no file is written and nothing started. */
export async function briefHere(args: readonly string[], columns?: number): Promise<Run> {
  let out = '';
  let err = '';
  const stream = (write: (text: string) => void) =>
    Object.assign(Object.create(process.stdout) as NodeJS.WriteStream, {
      isTTY: columns !== undefined,
      columns,
      write: (text: string) => write(text),
      on: () => {},
    });
  const stdout = stream((text) => {
    out += text;
  });
  const stderr = stream((text) => {
    err += text;
  });
  const env = { NO_COLOR: '1' };
  const status = await main(
    args,
    createTerminal({ stdout, stderr, env } as unknown as NodeJS.Process),
  );
  return { status, out, err };
}
