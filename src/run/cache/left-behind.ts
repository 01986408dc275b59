/**
 * What a run has left in the output folder, looked at while nobody else could write there. A run that
 * comes right after it may put other documents in the place of these, which must not be taken for them.
 */
import type { FileStamp, Files } from '../../model/host.ts';

/** The output folder at one moment. */
export interface LeftBehind {
  /** Every file that was there. */
  readonly stamps: ReadonlyMap<string, FileStamp>;
  /** When that was, in milliseconds since 1970. */
  readonly atMs: number;
}

export interface OutputWatch {
  /** The same folder; whoever locks it is seen. */
  readonly output: Files;
  /** The folder as the last lock on the whole of it was let go; undefined where there was none. */
  left(): LeftBehind | undefined;
}

/** output folder, clock → the same, with a look at what a run leaves there. */
export function watchOutput(output: Files, now: () => number): OutputWatch {
  let left: LeftBehind | undefined;
  return {
    output: {
      ...output,
      withLock: (folder, options, work) =>
        output.withLock(folder, options, async () => {
          const result = await work();
          if (folder === '') left = await lookAt(output, now);
          return result;
        }),
    },
    left: () => left,
  };
}

/** output folder, clock → what is there now. */
export async function lookAt(output: Files, now: () => number): Promise<LeftBehind> {
  const names = await output.list('');
  const atMs = now();
  const all = output.stamps(names);
  const stamps = new Map(
    names.flatMap((name, index) => {
      const stamp = all[index];
      return stamp === undefined ? [] : [[name, stamp] as const];
    }),
  );
  return { stamps, atMs };
}

/** output folder, what was left, name → whether the very same file is still there. */
export function isStill(output: Files, { stamps }: LeftBehind, name: string): boolean {
  const [now] = output.stamps([name]);
  return now !== undefined && now.mark === stamps.get(name)?.mark;
}
