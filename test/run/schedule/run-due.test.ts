/** Scheduled runs under a clock that is moved: each occurrence once, whatever happens to time. */
import { describe, expect, it } from 'vitest';
import { build } from '../../../src/run/build.ts';
import { listBriefs } from '../../../src/run/list.ts';
import { ledgerPath } from '../../../src/run/schedule/ledger.ts';
import { statusPath } from '../../../src/run/schedule/status.ts';
import { minimalBrief } from '../../support/project.ts';
import { type Office, officeOf } from './office.ts';

const daily = { when: 'every day 07:00', zone: 'UTC' };

function textOf({ host }: Office, path: string): string {
  return new TextDecoder().decode(host.output.all.get(path));
}

describe('each occurrence runs once', () => {
  const changes: readonly (readonly [
    zone: string,
    when: string,
    from: string,
    until: string,
    at: string,
  ])[] = [
    [
      'Europe/Berlin',
      'every day 02:30',
      '2026-03-28T22:00Z',
      '2026-03-29T04:00Z',
      '2026-03-29T01:00',
    ],
    [
      'Europe/Berlin',
      'every day 02:30',
      '2026-10-24T22:00Z',
      '2026-10-25T04:00Z',
      '2026-10-25T00:30',
    ],
    [
      'America/New_York',
      'every day 02:30',
      '2026-03-08T04:00Z',
      '2026-03-08T10:00Z',
      '2026-03-08T07:00',
    ],
    [
      'America/New_York',
      'every day 01:30',
      '2026-11-01T03:00Z',
      '2026-11-01T09:00Z',
      '2026-11-01T05:30',
    ],
    [
      'Australia/Lord_Howe',
      'every day 02:15',
      '2026-10-03T13:00Z',
      '2026-10-03T19:00Z',
      '2026-10-03T15:30',
    ],
    [
      'Australia/Lord_Howe',
      'every day 01:45',
      '2026-04-04T12:00Z',
      '2026-04-04T18:00Z',
      '2026-04-04T14:45',
    ],
  ];

  it.each(changes)(
    'in %s, "%s", looked at every 10 minutes from %s',
    async (zone, when, from, until, at) => {
      const office = officeOf({ one: { schedule: { when, zone } } });
      await office.lookEvery(10, from, until);
      expect(await office.occurrences()).toEqual([at]);
    },
  );

  it('in every hour of the day that has 25', async () => {
    const office = officeOf({ one: { schedule: { when: 'every hour', zone: 'Europe/Berlin' } } });
    await office.lookEvery(20, '2026-10-24T22:00Z', '2026-10-25T22:59Z');
    const found = await office.occurrences();
    expect(new Set(found).size).toBe(25);
    expect(found.length).toBe(25);
  });

  it('and a week asleep is one run, that knows what it made up for', async () => {
    const office = officeOf({ one: { schedule: daily } });
    await office.look('2026-05-01T07:00Z');
    await office.look('2026-05-08T12:00Z');
    await office.look('2026-05-08T12:05Z');
    expect(await office.runs()).toMatchObject([
      { occurrence: '2026-05-01T07:00:00.000Z', missed: 0 },
      { occurrence: '2026-05-08T07:00:00.000Z', missed: 6, outcome: 'unchanged' },
    ]);
  });

  it('when the clock is set back, and comes to the same times again', async () => {
    const office = officeOf({ one: { schedule: { when: 'every hour', zone: 'UTC' } } });
    await office.lookEvery(30, '2026-05-01T06:00Z', '2026-05-01T09:30Z');
    // Missed while asleep, made up for at 12:00, and then the clock goes back by three hours.
    await office.look('2026-05-01T12:00Z');
    await office.lookEvery(10, '2026-05-01T09:00Z', '2026-05-01T13:00Z');
    const hours = ['06', '07', '08', '09', '12', '13'];
    expect(await office.occurrences()).toEqual(hours.map((hour) => `2026-05-01T${hour}:00`));
  });

  it('when the clock is set back by days, over runs that were not missed', async () => {
    const office = officeOf({ one: { schedule: daily } });
    await office.lookEvery(720, '2026-05-01T07:00Z', '2026-05-08T19:00Z');
    await office.lookEvery(60, '2026-05-03T00:00Z', '2026-05-09T08:00Z');
    const found = await office.occurrences();
    expect(found).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((day) => `2026-05-0${day}T07:00`));
  });

  it('when a clock was years ahead for a moment: what it passed over still comes', async () => {
    const office = officeOf({ one: { schedule: daily } });
    await office.look('2026-05-01T07:00Z');
    await office.look('2031-01-01T00:00Z');
    await office.lookEvery(240, '2026-05-01T08:00Z', '2026-05-03T08:00Z');
    expect((await office.occurrences()).toSorted()).toEqual([
      '2026-05-01T07:00',
      '2026-05-02T07:00',
      '2026-05-03T07:00',
      '2030-12-31T07:00',
    ]);
  });

  it('when the clock begins far in the past and is then put right', async () => {
    const office = officeOf({ one: { schedule: daily } });
    await office.look('2026-05-01T07:00Z');
    await office.look('1970-01-01T00:00Z');
    await office.look('2026-05-01T07:10Z');
    expect(await office.occurrences()).toEqual(['2026-05-01T07:00']);
  });

  it('when two look at once', async () => {
    const office = officeOf({ one: { schedule: daily } });
    const both = await Promise.all([
      office.look('2026-05-01T07:00Z'),
      office.look('2026-05-01T07:00Z'),
    ]);
    expect(both.map(({ runs }) => runs.length).toSorted()).toEqual([0, 1]);
  });

  it('when the record of earlier runs is damaged, from then on', async () => {
    const office = officeOf({ one: { schedule: daily } });
    await office.look('2026-05-01T07:00Z');
    await office.host.output.write(ledgerPath, new TextEncoder().encode('{'));
    const { diagnostics, runs } = await office.look('2026-05-01T12:00Z');
    expect(diagnostics.map(({ code }) => code)).toContain('ledger-unreadable');
    expect(runs).toEqual([]);
    expect((await office.look('2026-05-02T07:00Z')).runs.length).toBe(1);
  });
});

describe('a schedule counts', () => {
  it('from the last look on, where it is new or has changed', async () => {
    const office = officeOf({ one: { schedule: { when: 'every Monday 07:00', zone: 'UTC' } } });
    await office.look('2026-05-06T12:00Z');
    const changed = { ...minimalBrief, schedule: daily };
    await office.write('data/briefs/one.yaml', changed);
    await office.look('2026-05-06T12:05Z');
    await office.look('2026-05-07T07:01Z');
    expect(await office.occurrences()).toEqual(['2026-05-07T07:00']);
  });

  it('from the last hour on at the very first look, or from what --since says', async () => {
    const late = officeOf({ one: { schedule: daily } });
    expect((await late.look('2026-05-01T09:00Z')).runs).toEqual([]);
    const asked = officeOf({ one: { schedule: daily } });
    const sinceMs = Date.parse('2026-04-30T00:00Z');
    const { runs } = await asked.look('2026-05-01T09:00Z', { sinceMs });
    expect(runs).toMatchObject([{ occurrence: '2026-05-01T07:00:00.000Z', missed: 1 }]);
  });

  it('for every brief without one of its own, where the publisher has it', async () => {
    const office = officeOf(
      {
        one: {},
        two: { schedule: { when: 'never' } },
        three: { schedule: { when: 'every day 08:00' } },
      },
      { schedule: { when: 'every day 07:00', zone: 'Europe/Berlin' } },
    );
    const { status } = await office.look('2026-05-01T00:00Z');
    expect(status?.briefs.map(({ id, next, schedule: { from } }) => [id, next, from])).toEqual([
      ['one', '2026-05-01T05:00:00.000Z', 'publisher'],
      ['three', '2026-05-01T06:00:00.000Z', 'brief'],
    ]);
  });
});

describe('a run', () => {
  it('builds only what has changed', async () => {
    const office = officeOf({ one: { schedule: daily }, two: { schedule: daily } });
    await office.look('2026-05-01T07:00Z');
    await office.write('data/briefs/two.yaml', { ...minimalBrief, title: 'Anew', schedule: daily });
    const { runs, results } = await office.look('2026-05-02T07:00Z');
    expect(runs.map(({ brief, outcome }) => [brief, outcome])).toEqual([
      ['one', 'unchanged'],
      ['two', 'built'],
    ]);
    expect(results.map(({ id }) => id)).toEqual(['two']);
  });

  it('builds what is no longer there, or no longer as it was', async () => {
    const office = officeOf({ one: { schedule: daily } });
    await office.look('2026-05-01T07:00Z');
    await office.host.output.remove('one.md');
    await office.look('2026-05-02T07:00Z');
    expect(textOf(office, 'one.md')).toContain('A brief');
  });

  it('that fails leaves the documents, says that they are stale, and is not tried again', async () => {
    const office = officeOf({ one: { schedule: daily } });
    await office.look('2026-05-01T07:00Z');
    const before = textOf(office, 'one.md');
    await office.write('data/briefs/one.yaml', {
      ...minimalBrief,
      takeaways: ['gone'],
      schedule: daily,
    });
    const { runs, status } = await office.look('2026-05-02T07:00Z');
    expect(runs).toMatchObject([{ outcome: 'failed', errors: 1 }]);
    expect(status).toMatchObject({ outcome: 'failed', briefs: [{ id: 'one', stale: true }] });
    expect(JSON.parse(textOf(office, statusPath))).toEqual(status);
    expect(textOf(office, 'one.md')).toBe(before);
    expect((await office.look('2026-05-02T07:05Z')).runs).toEqual([]);
    const listed = await listBriefs(office.host);
    expect(listed.briefs).toMatchObject([{ id: 'one', staleSince: '2026-05-02T07:00:00.000Z' }]);
  });

  it('that failed is done once more when the data are mended, and nothing is stale any more', async () => {
    const office = officeOf({ one: { schedule: daily } });
    await office.write('data/briefs/one.yaml', {
      ...minimalBrief,
      takeaways: ['gone'],
      schedule: daily,
    });
    await office.look('2026-05-02T07:00Z');
    await office.write('data/briefs/one.yaml', { ...minimalBrief, schedule: daily });
    const { runs } = await office.look('2026-05-02T07:10Z');
    expect(runs).toMatchObject([
      { occurrence: '2026-05-02T07:00:00.000Z', outcome: 'built', attempts: 2 },
    ]);
    expect((await listBriefs(office.host)).briefs[0]?.staleSince).toBeUndefined();
    expect(await office.occurrences()).toEqual(['2026-05-02T07:00']);
  });

  it('that failed leaves nothing stale once the brief was built by hand', async () => {
    const office = officeOf({ one: { schedule: daily } });
    await office.write('data/briefs/one.yaml', {
      ...minimalBrief,
      takeaways: ['gone'],
      schedule: daily,
    });
    await office.look('2026-05-02T07:00Z');
    await office.write('data/briefs/one.yaml', { ...minimalBrief, schedule: daily });
    await build(office.host, { formats: ['md'] });
    expect((await listBriefs(office.host)).briefs[0]?.staleSince).toBeUndefined();
  });

  it('is not lost where the brief cannot be read when it is due', async () => {
    const office = officeOf({ one: { schedule: daily }, two: {} });
    await office.look('2026-05-01T07:00Z');
    await office.write('data/briefs/one.yaml', 'template: [\n');
    expect((await office.look('2026-05-02T07:00Z')).runs).toMatchObject([{ outcome: 'failed' }]);
    await office.write('data/briefs/one.yaml', { ...minimalBrief, schedule: daily });
    expect((await office.look('2026-05-02T07:30Z')).runs).toMatchObject([{ outcome: 'unchanged' }]);
  });

  it('fails where a rule finds a mistake, in whatever file, and where a warning is to weigh as one', async () => {
    const office = officeOf({ one: { schedule: daily } });
    await office.look('2026-05-01T06:00Z');
    const two = { ...minimalBrief, disclaimer: 'See [^1].' };
    await office.write('data/briefs/two.yaml', two);
    expect((await office.look('2026-05-01T07:00Z')).runs).toMatchObject([{ outcome: 'failed' }]);
    await office.write('data/briefs/two.yaml', {
      ...minimalBrief,
      issued: '2026-01-04',
      updated: '2026-01-03',
    });
    const strict = { job: { isStrict: true } };
    expect((await office.look('2026-05-02T07:00Z', strict)).runs).toMatchObject([
      { outcome: 'failed', errors: 0 },
    ]);
    expect((await office.look('2026-05-03T07:00Z')).runs).toMatchObject([{ outcome: 'built' }]);
  });

  it('goes on by the schedule of before where the one that is written cannot be read', async () => {
    const office = officeOf({ one: { schedule: daily } });
    await office.look('2026-05-01T06:00Z');
    for (const schedule of [
      { ...daily, zone: 'Europ/Paris' },
      { ...daily, when: 'daily seven' },
    ]) {
      await office.write('data/briefs/one.yaml', { ...minimalBrief, schedule });
      const { status } = await office.look('2026-05-01T06:30Z');
      expect(status?.briefs).toMatchObject([{ next: '2026-05-01T07:00:00.000Z' }]);
    }
    expect((await office.look('2026-05-01T07:00Z')).runs).toMatchObject([{ outcome: 'failed' }]);
    const never = officeOf({ one: { schedule: { when: 'first Mondy 07:00' } } });
    expect((await never.look('2026-05-01T06:00Z')).status?.briefs).toEqual([]);
  });

  it('that lacks a browser has failed, and is tried three times', async () => {
    const office = officeOf({ one: { schedule: daily } });
    const job = { formats: ['md', 'pdf'] as const };
    const outcomes = [];
    for (const minute of ['00', '05', '10', '15', '20']) {
      const { runs } = await office.look(`2026-05-01T07:${minute}Z`, { job });
      outcomes.push(runs.map(({ attempts }) => attempts));
    }
    expect(outcomes).toEqual([[1], [2], [3], [], []]);
  });

  it('for an audience leaves out whole briefs, also from its records', async () => {
    const office = officeOf({
      open: { schedule: daily },
      secret: { schedule: daily, marking: 'TLP:RED', title: 'Hush' },
    });
    await office.look('2026-05-01T07:00Z', { job: { audience: 'TLP:CLEAR' } });
    for (const path of [ledgerPath, statusPath]) {
      expect(textOf(office, path)).toContain('open');
      expect(textOf(office, path)).not.toMatch(/secret|Hush/);
    }
  });

  it('for an audience builds a brief of which it may have the open parts', async () => {
    const portioned = { schedule: daily, marking: 'TLP:AMBER', portions: 'TLP:CLEAR' };
    const office = officeOf({ one: portioned });
    const { runs, status } = await office.look('2026-05-01T07:00Z', {
      job: { audience: 'TLP:CLEAR' },
      sinceMs: Date.parse('2026-04-20T07:00Z'),
    });
    expect(runs).toMatchObject([{ brief: 'one', outcome: 'built' }]);
    expect(status?.briefs).toMatchObject([{ id: 'one', marking: 'TLP:CLEAR' }]);
  });

  it('for an audience forgets what the folder knew of briefs that are not theirs', async () => {
    const office = officeOf({
      open: { schedule: daily },
      secret: { schedule: daily, marking: 'TLP:RED' },
    });
    await office.look('2026-05-01T07:00Z');
    expect(textOf(office, ledgerPath)).toContain('secret');
    await office.look('2026-05-01T07:10Z', { job: { audience: 'TLP:CLEAR' } });
    expect(textOf(office, ledgerPath)).not.toContain('secret');
  });
});

describe('a notice', () => {
  const noticed = async (office: Office, at: string, options = {}) => {
    const notices: unknown[] = [];
    const send = async (notice: unknown) => void notices.push(notice);
    const result = await office.look(at, { receivers: [{ name: 'a test', send }], ...options });
    return { ...result, notices };
  };

  it('names what its readers may see, and counts the rest', async () => {
    const office = officeOf({
      open: { schedule: daily },
      secret: { schedule: daily, marking: 'TLP:AMBER', title: 'Hush' },
    });
    const { notices } = await noticed(office, '2026-05-01T07:00Z');
    expect(notices).toMatchObject([
      {
        outcome: 'good',
        counts: { built: 2, failed: 0 },
        briefs: [{ id: 'open', title: 'A brief', outcome: 'built', stale: false }],
        unnamed: 1,
      },
    ]);
    expect(JSON.stringify(notices)).not.toMatch(/secret|Hush|takeaway/);
    await office.host.output.remove('secret.tlp-amber.md');
    const more = await noticed(office, '2026-05-02T07:00Z', { noticeAudience: 'TLP:AMBER' });
    expect(JSON.stringify(more.notices)).toContain('Hush');
  });

  it('counts a brief that cannot be read, since nobody knows who may see it', async () => {
    const office = officeOf({ one: { schedule: daily } });
    await office.look('2026-05-01T06:50Z');
    await office.write('data/briefs/one.yaml', 'title: [\n');
    const { notices } = await noticed(office, '2026-05-01T07:00Z');
    expect(notices).toMatchObject([{ outcome: 'failed', briefs: [], unnamed: 1 }]);
  });

  it('that does not arrive is kept, and given again at the next looks, five times at most', async () => {
    const office = officeOf({ one: { schedule: daily } });
    let tries = 0;
    const send = async () => {
      tries += 1;
      throw new Error('nobody there');
    };
    const receivers = [{ name: 'a test', send }];
    const first = await office.look('2026-05-01T07:00Z', { receivers });
    expect(first.diagnostics.map(({ code }) => code)).toContain('notice-failed');
    for (let minute = 10; minute < 50; minute += 5) {
      await office.look(`2026-05-01T07:${minute}Z`, { receivers });
    }
    expect(tries).toBe(5);
  });

  it('says nothing twice of the same failure', async () => {
    const office = officeOf({ one: { schedule: daily } });
    const broken = (note: string) => ({
      ...minimalBrief,
      takeaways: ['gone'],
      note,
      schedule: daily,
    });
    await office.write('data/briefs/one.yaml', broken('one'));
    expect((await noticed(office, '2026-05-01T07:00Z')).notices.length).toBe(1);
    await office.write('data/briefs/one.yaml', broken('two'));
    const again = await noticed(office, '2026-05-01T07:05Z');
    expect([again.runs.length, again.notices.length]).toEqual([1, 0]);
    await office.write('data/briefs/one.yaml', { ...minimalBrief, schedule: daily });
    expect((await noticed(office, '2026-05-01T07:10Z')).notices).toMatchObject([
      { outcome: 'good' },
    ]);
  });
});

it('the time at which the office builds is nobody else’s business', async () => {
  const office = officeOf({ one: { schedule: daily } });
  await office.look('2026-05-01T07:00Z', { job: { formats: ['json'] } });
  expect(textOf(office, 'one.json')).toContain('"A brief"');
  expect(textOf(office, 'one.json')).not.toContain('07:00');
});
