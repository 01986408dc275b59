/**
 * Ctrl-C and its relatives. Before anything is written a signal ends the program at once; while files
 * are put in place, which takes milliseconds, it waits until that is done, so that the documents of
 * one build stay together. The host cleans up after itself: its browser ends, its temporary files go.
 */
import type { Terminal } from './terminal.ts';

export interface Interrupts {
  /** From now on the first signal waits. */
  hold(): void;
  /** Stops listening. A signal that waited ends the program now. */
  release(): void;
}

/** The parts of `process` that are listened to. */
type Signalled = Pick<NodeJS.Process, 'on' | 'off' | 'kill' | 'pid'>;

// Source: signal(7); what terminals, supervisors and closed windows end programs with.
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Waits for the first signal, for programs that run until somebody ends them. */
export function untilInterrupted(program: Signalled = process) {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  for (const signal of signals) program.on(signal, resolve);
  return {
    promise,
    /** Stops listening: the next signal ends the program. */
    release: () => {
      for (const signal of signals) program.off(signal, resolve);
    },
  };
}

/** terminal → a watch that begins now. */
export function watchInterrupts(terminal: Terminal, program: Signalled = process): Interrupts {
  let isHeld = false;
  let waiting: NodeJS.Signals | undefined;
  const stop = () => {
    for (const signal of signals) program.off(signal, onSignal);
  };
  const end = (signal: NodeJS.Signals) => {
    terminal.status(undefined);
    stop();
    // Raised again without us: the host's listeners clean up, then the default action ends the program.
    program.kill(program.pid, signal);
  };
  function onSignal(signal: NodeJS.Signals): void {
    if (isHeld && waiting === undefined) {
      waiting = signal;
      terminal.error('stopping as soon as the files are in place');
      return;
    }
    terminal.error(
      isHeld
        ? 'stopped halfway: each document is whole, old or new; build again to renew the rest'
        : 'stopped: nothing was written, the documents are as they were',
    );
    end(signal);
  }
  for (const signal of signals) program.on(signal, onSignal);
  return {
    hold: () => {
      isHeld = true;
    },
    release: () => {
      if (waiting === undefined) stop();
      else end(waiting);
    },
  };
}
