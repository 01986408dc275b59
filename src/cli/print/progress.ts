/** A calm progress display: one line that is rewritten on a terminal, nothing elsewhere. */
import type { Terminal } from '../terminal.ts';

export interface Progress {
  start(total: number): void;
  step(name: string): void;
  /** Takes the line away again. */
  end(): void;
}

/** terminal, whether to be quiet → progress. */
export function createProgress(terminal: Terminal, isQuiet: boolean): Progress {
  let total = 0;
  let done = 0;
  let isDrawn = false;
  const draw = (text: string) => {
    if (isQuiet || !terminal.isInteractive) return;
    terminal.draw(`\r\u001B[2K${text.slice(0, terminal.width - 1)}`);
    isDrawn = true;
  };
  return {
    start: (count) => {
      total = count;
      draw(`building ${count} ${count === 1 ? 'brief' : 'briefs'} …`);
    },
    step: (name) => {
      done += 1;
      draw(`building ${done}/${total} ${terminal.colour.dim(name)}`);
    },
    end: () => {
      if (isDrawn) terminal.draw('\r\u001B[2K');
      isDrawn = false;
    },
  };
}
