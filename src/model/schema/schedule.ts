/** When a brief is built by itself: of one brief, and of the office for all the others. */
import { z } from 'zod';
import { keyword } from './leaf.ts';

const when = keyword(
  'When to build by itself: words such as "first Monday 07:00", or a cron expression',
).meta({
  examples: [
    'every weekday 06:30',
    'first Monday 07:00',
    '1st and 15th 08:00',
    'last day of the month 17:00',
    '0 7 * * MON',
    'never',
  ],
});

const zone = keyword(
  'IANA time zone in which the time is meant; default: the publisher’s, else UTC',
).meta({ examples: ['Europe/Berlin', 'America/New_York', 'UTC'] });

const release = z
  .boolean()
  .describe('Also release an edition, where something has changed; default: false');

/** Of a brief. */
export const schedule = z
  .strictObject({ when, zone: zone.optional(), release: release.optional() })
  .describe('When to build this brief by itself, with "brief run-due" or "brief schedule --serve"');

/** Of the publisher: for every brief without a schedule of its own; `zone` also for those with one. */
export const publisherSchedule = z
  .strictObject({ when: when.optional(), zone: zone.optional(), release: release.optional() })
  .describe('When to build every brief that has no schedule of its own; the zone goes for all');
