/**
 * Where a command prints: results on standard output, everything for a person on standard error, with
 * colours where they can be seen and one status line where it can be taken away again.
 */
import pico from 'picocolors';

export type Colours = ReturnType<typeof pico.createColors>;

export interface Terminal {
  /** Colours of standard error. */
  readonly colour: Colours;
  /** Colours of standard output, which may go elsewhere. */
  readonly printColour: Colours;
  /** Standard error is a terminal that can be drawn on. */
  readonly isInteractive: boolean;
  /** Columns of standard error; 80 where it is no terminal. */
  readonly width: number;
  /** Columns of standard output; without end where it is no terminal. */
  readonly printWidth: number;
  /** One line of result. Once nobody reads it any more (`| head -1`), the rest is dropped. */
  print(text: string): void;
  /** One line for a person: problems and notices. */
  error(text: string): void;
  /** Puts a line below everything else, or takes it away. Nothing where it cannot be redrawn. */
  status(text: string | undefined): void;
}

/** The parts of `process` that a terminal is made from. */
interface Streams extends Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'> {
  /** Told of a stream that fails, when the command may have ended already. */
  readonly onFailure?: () => void;
}

/** The process's streams and environment → a terminal. */
export function createTerminal({ stdout, stderr, env, onFailure }: Streams): Terminal {
  const err = openStream(stderr, () => onFailure?.());
  const out = openStream(stdout, (problem) => {
    err(`error: cannot print: ${problem}\n`);
    onFailure?.();
  });
  const isCapable = env.TERM !== 'dumb' && env.CI === undefined;
  const isInteractive = stderr.isTTY === true && isCapable;
  let shown: string | undefined;
  const above = (write: () => void) => {
    if (shown !== undefined) err(eraseLine);
    write();
    if (shown !== undefined) err(shown);
  };
  return {
    colour: pico.createColors(hasColour(stderr, env)),
    printColour: pico.createColors(hasColour(stdout, env)),
    isInteractive,
    width: stderr.columns ?? 80,
    printWidth: stdout.isTTY === true ? stdout.columns : Number.POSITIVE_INFINITY,
    print: (text) => above(() => out(`${text}\n`)),
    error: (text) => above(() => err(`${text}\n`)),
    status: (text) => {
      if (!isInteractive) return;
      if (shown !== undefined) err(eraseLine);
      shown = text;
      if (text !== undefined) err(text);
    },
  };
}

// Source: ECMA-48, CR and EL 2.
const eraseLine = '\r\u001B[2K';

// Source: https://no-color.org and https://force-color.org; empty values count as unset.
function hasColour(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  const { FORCE_COLOR: forced = '' } = env;
  if (forced !== '') return forced !== '0';
  return stream.isTTY === true && env.TERM !== 'dumb';
}

/**
 * A writer that falls silent when its reader has gone, instead of ending the program halfway. What is
 * done goes on as well where nothing can be written (a full disk), and that is told.
 */
function openStream(
  stream: NodeJS.WriteStream,
  onFailure: (problem: string) => void,
): (text: string) => void {
  let isOpen = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    const wasOpen = isOpen;
    isOpen = false;
    if (error.code === 'EPIPE' || !wasOpen) return;
    onFailure(error.code === 'ENOSPC' ? 'the disk is full' : (error.code ?? error.message));
  });
  return (text) => {
    if (isOpen) stream.write(text);
  };
}
