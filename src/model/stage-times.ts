/** Where the time of a build goes, stage by stage. */

/** The stages that are told apart, in their order. */
export const stageNames = [
  'load and check',
  'rules',
  'select',
  'compose',
  'render',
  'audit',
  'write',
] as const;

/** One of them. */
export type StageName = (typeof stageNames)[number];

/** Runs the work of a stage, and counts how long it was under way. */
export type TimeStage = <T>(stage: StageName, work: () => Promise<T>) => Promise<T>;

/** Counts nothing. */
export const untimed: TimeStage = (_stage, work) => work();

/**
 * A clock in milliseconds → what runs stages, and the time of each so far. Briefs are under way side by
 * side, and one that waits for the browser waits in its stage; so the times add up to more than passes.
 */
export function createStageTimes(now: () => number): {
  readonly time: TimeStage;
  readonly totals: ReadonlyMap<StageName, number>;
} {
  const totals = new Map<StageName, number>();
  const time: TimeStage = async (stage, work) => {
    const startedMs = now();
    try {
      return await work();
    } finally {
      totals.set(stage, (totals.get(stage) ?? 0) + now() - startedMs);
    }
  };
  return { time, totals };
}
