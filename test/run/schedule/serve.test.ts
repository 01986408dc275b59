/** Staying: looks when something is due or has changed, under a clock that the test moves. */
import { expect, it } from 'vitest';
import { serveSchedules } from '../../../src/run/schedule/serve.ts';
import { minimalBrief } from '../../support/project.ts';
import { officeOf } from './office.ts';

/** Serves; each wait moves the clock by what was asked for, and by what `onPause` says besides. */
async function serve(
  when: string,
  from: string,
  until: string,
  onPause: (nowMs: number) => number = () => 0,
) {
  const office = officeOf({ one: { schedule: { when, zone: 'UTC' } } });
  const { host } = office;
  host.clock.set(Date.parse(from));
  const { promise: stop, resolve } = Promise.withResolvers<void>();
  let looks = 0;
  let wake = () => {};
  await serveSchedules(
    {
      host,
      options: { job: { formats: ['md'] } },
      watch: async (onChange) => {
        wake = onChange;
        return { close: () => {} };
      },
      pause: async (timeMs) => {
        const nextMs = host.clock.now() + timeMs;
        host.clock.set(nextMs + onPause(nextMs));
        if (host.clock.now() >= Date.parse(until)) resolve();
        await Promise.resolve();
      },
      onLook: () => {
        looks += 1;
      },
    },
    stop,
  );
  return { office, looks: () => looks, wake: () => wake() };
}

it('runs each occurrence at its minute', async () => {
  const { office } = await serve('every hour', '2026-05-01T06:30Z', '2026-05-01T09:30Z');
  const runs = await office.runs();
  expect(runs.map(({ started }) => started.slice(11, 19))).toEqual([
    '06:30:00',
    '07:00:00',
    '08:00:00',
    '09:00:00',
  ]);
});

it('makes up once for the days that the machine slept', async () => {
  const asleep = (nowMs: number) =>
    nowMs > Date.parse('2026-05-01T08:00Z') && nowMs < Date.parse('2026-05-01T08:01Z')
      ? 7 * 86_400_000
      : 0;
  const { office } = await serve('daily 07:00', '2026-05-01T06:30Z', '2026-05-08T09:00Z', asleep);
  expect(await office.runs()).toMatchObject([
    { occurrence: '2026-05-01T07:00:00.000Z', missed: 0 },
    { occurrence: '2026-05-08T07:00:00.000Z', missed: 6 },
  ]);
});

it('learns of a schedule that is written while it stays', async () => {
  const office = officeOf({ one: {} });
  const { host } = office;
  host.clock.set(Date.parse('2026-05-01T06:50Z'));
  const { promise: stop, resolve } = Promise.withResolvers<void>();
  let changed = () => {};
  let pauses = 0;
  await serveSchedules(
    {
      host,
      options: { job: { formats: ['md'] } },
      watch: async (onChange) => {
        changed = onChange;
        return { close: () => {} };
      },
      pause: async (timeMs) => {
        pauses += 1;
        if (pauses === 1) {
          const schedule = { when: 'daily 07:00', zone: 'UTC' };
          await office.write('data/briefs/one.yaml', { ...minimalBrief, schedule });
          changed();
          return;
        }
        host.clock.set(host.clock.now() + timeMs);
        if (host.clock.now() > Date.parse('2026-05-01T07:01Z')) resolve();
        await Promise.resolve();
      },
      onLook: () => {},
    },
    stop,
  );
  expect(await office.occurrences()).toEqual(['2026-05-01T07:00']);
});
