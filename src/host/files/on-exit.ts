/** Cleaning up when the process ends by itself or by a signal (not by `kill -9`, which nobody sees). */

// Source: signal(7); the signals that a terminal or a supervisor ends programs with.
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls `cleanUp`, which must be synchronous, before the process ends; returns what cancels that.
 * A signal still ends the process: the last of our own listeners raises it again. Where the program
 * listens to the signal too, the program decides, and cleaning up waits for the end of the process.
 */
export function onExit(cleanUp: () => void): () => void {
  const onSignal = Object.assign(
    (signal: NodeJS.Signals) => {
      if (!process.listeners(signal).every((listener) => 'cleansUp' in listener)) return;
      cancel();
      cleanUp();
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    },
    { cleansUp: true },
  );
  const cancel = () => {
    process.off('exit', cleanUp);
    for (const signal of signals) process.off(signal, onSignal);
  };
  process.on('exit', cleanUp);
  for (const signal of signals) process.on(signal, onSignal);
  return cancel;
}
