/** How far a build has come: one line that is redrawn on a terminal, now and then a line elsewhere. */

import type { Terminal } from '../terminal.ts';
import { cutTo } from './cut-to.ts';
import { plural } from './plural.ts';

export interface Progress {
  /** Something that takes a while and cannot be counted. */
  say(text: string): void;
  /** So many briefs are to be built. */
  begin(total: number): void;
  started(id: string): void;
  done(id: string): void;
  /** Takes the line away again. */
  end(): void;
}

/** How to show progress. */
export interface ProgressOptions {
  readonly isQuiet: boolean;
  /** A line for each brief also where nothing can be redrawn. */
  readonly isVerbose: boolean;
}

/** Columns of the bar. */
const barWidth = 20;

/** Where nothing can be redrawn, a line is printed after so many briefs: a log is read later. */
const briefsPerLine = 25;

/** terminal, options → progress. Nothing is shown where `isQuiet`. */
export function createProgress(terminal: Terminal, options: ProgressOptions): Progress {
  const { isQuiet, isVerbose } = options;
  const { colour, width, isInteractive } = terminal;
  const underWay = new Set<string>();
  let total = 0;
  let finished = 0;
  const draw = () => {
    const filled = total === 0 ? 0 : Math.round((finished / total) * barWidth);
    const count = `${finished}/${total}`;
    const names = cutTo([...underWay].join(', '), Math.max(1, width - barWidth - count.length - 4));
    const bar = colour.green('━'.repeat(filled)) + colour.dim('━'.repeat(barWidth - filled));
    terminal.status(`${bar} ${count} ${colour.dim(names)}`);
  };
  if (isQuiet) return { say() {}, begin() {}, started() {}, done() {}, end() {} };
  return {
    say: (text) => terminal.status(colour.dim(cutTo(text, width - 1))),
    begin: (count) => {
      total = count;
      if (isInteractive) draw();
      else if (count > briefsPerLine) terminal.error(`building ${plural(count, 'brief')}`);
    },
    started: (id) => {
      underWay.add(id);
      draw();
    },
    done: (id) => {
      underWay.delete(id);
      finished += 1;
      const isDue = finished % briefsPerLine === 0 && finished < total;
      if (isVerbose) terminal.error(colour.dim(`${finished}/${total} ${id}`));
      else if (!isInteractive && isDue) terminal.error(`${finished} of ${total} briefs`);
      draw();
    },
    end: () => terminal.status(undefined),
  };
}
