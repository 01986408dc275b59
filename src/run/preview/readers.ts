/** All open pages. A change is shown to each of them at once; the rules are asked when it is quiet again. */

import { keyOf } from './choice.ts';
import type { Desk } from './desk.ts';
import type { ViewChoice } from './messages.ts';
import { createReader, type Reader, type Send } from './reader.ts';

/**
 * How long to wait after a change before the rules are asked: they take longer than the page, and whoever
 * goes on typing should not wait for what the last letter but one was worth.
 */
const quietMs = 100;

export interface Readers {
  /** A page was opened; what is returned is called when it is closed. */
  add(choice: ViewChoice, send: Send): () => void;
  /** Something has changed: everybody is shown what there is now. */
  update(): void;
  /** An open page of this choice. */
  find(choice: ViewChoice): Reader | undefined;
  /** No page is open any more. */
  close(): void;
}

/** desk, clock, what to do with a mistake of ours → nobody yet. */
export function createReaders(
  desk: Desk,
  now: () => number,
  onFault: (error: unknown) => void,
): Readers {
  const readers = new Set<Reader>();
  let changedAtMs: number | undefined;
  let isBusy = false;
  let quiet: NodeJS.Timeout | undefined;

  const update = () => {
    changedAtMs ??= now();
    clearTimeout(quiet);
    if (!isBusy) void showAll().catch(onFault);
  };
  const showAll = async () => {
    isBusy = true;
    try {
      while (changedAtMs !== undefined) {
        const sinceMs = changedAtMs;
        changedAtMs = undefined;
        for (const reader of readers) await reader.show(sinceMs);
      }
    } finally {
      isBusy = false;
    }
    quiet = setTimeout(() => void tellAll().catch(onFault), quietMs);
  };
  const tellAll = async () => {
    isBusy = true;
    try {
      for (const reader of readers) if (changedAtMs === undefined) await reader.tell();
    } finally {
      isBusy = false;
    }
    if (changedAtMs !== undefined) await showAll();
  };

  return {
    add: (choice, send) => {
      const reader = createReader(desk, choice, send, now);
      readers.add(reader);
      update();
      return () => readers.delete(reader);
    },
    update,
    find: (choice) => [...readers].find((reader) => keyOf(reader.choice) === keyOf(choice)),
    close: () => {
      clearTimeout(quiet);
      readers.clear();
    },
  };
}
