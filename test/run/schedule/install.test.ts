/** What is printed for cron, systemd and GitHub: read by a real shell, and by systemd's rules. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { crontabLines } from '../../../src/run/schedule/install/cron.ts';
import { githubWorkflow } from '../../../src/run/schedule/install/github.ts';
import type { Invocation } from '../../../src/run/schedule/install/invocation.ts';
import { systemdUnits } from '../../../src/run/schedule/install/systemd.ts';
import { utcLines } from '../../../src/run/schedule/install/utc-lines.ts';
import type { SeenSchedule } from '../../../src/run/schedule/ledger.ts';
import { occurrencesOf } from '../../../src/run/schedule/occurrences.ts';
import { temporaryFolder } from '../../host/files/temporary-folder.ts';
import { fc } from '../../support/property.ts';

/** A path with everything that somebody may have put into the name of a folder. */
const root = `/srv/our "briefs" & 50% of it's $HOME \\ done`;

const words = ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', root, '--strict'];

const invocation: Invocation = {
  program: [process.execPath],
  args: words,
  root,
  name: 'brief-our',
};

describe('a line for cron', () => {
  it('gives a shell the very words, once cron has taken the backslashes off its percent signs', () => {
    const line = crontabLines(invocation).split('\n').at(-2) ?? '';
    expect(line).toMatch(/^\*\/5 \* \* \* \* /);
    // Source: crontab(5): % ends the command unless it is escaped, and the backslash is removed.
    expect(line.replaceAll('\\%', '')).not.toContain('%');
    const command = line.replace(/^\*\/5 \* \* \* \* /, '').replaceAll('\\%', '%');
    const out = execFileSync('/bin/sh', ['-c', command], { encoding: 'utf8' });
    expect(JSON.parse(out)).toEqual([root, '--strict']);
  });
});

describe('units for systemd', () => {
  it('hold the very words, read by the rules of systemd', () => {
    const [, line = ''] = /^ExecStart=(.*)$/m.exec(systemdUnits(invocation)) ?? [];
    expect(wordsOf(line)).toEqual([process.execPath, ...words]);
  });

  it('are sound, as systemd itself says', async ({ skip }) => {
    try {
      execFileSync('systemd-analyze', ['--version'], { stdio: 'ignore' });
    } catch {
      return skip('systemd is not installed here');
    }
    const folder = await temporaryFolder();
    const [, service = '', timer = ''] = systemdUnits(invocation).split(/^# ~\/.*$/m);
    writeFileSync(join(folder, 'brief-our.service'), service);
    writeFileSync(join(folder, 'brief-our.timer'), timer);
    const verify = ['verify', join(folder, 'brief-our.service'), join(folder, 'brief-our.timer')];
    const out = execFileSync('systemd-analyze', verify, { encoding: 'utf8', stdio: 'pipe' });
    expect(out).toBe('');
    execFileSync('systemd-analyze', ['calendar', '*:0/5'], { stdio: 'ignore' });
  });
});

/** Source: systemd.syntax(7), "Quoting"; systemd.service(5), "Command lines"; systemd.unit(5), "Specifiers". */
function wordsOf(line: string): string[] {
  const found = [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, plain = '']) =>
    (quoted ?? plain).replace(/\\(.)/g, '$1'),
  );
  return found.map((word) => word.replaceAll('%%', '%').replaceAll('$$', '$'));
}

const seen = (when: string, zone: string, release = false): SeenSchedule => ({
  when,
  zone,
  release,
  from: 'brief',
  since: '2026-01-01T00:00:00.000Z',
});

describe('lines in UTC', () => {
  const nowMs = Date.parse('2026-11-22T12:00Z');

  it('know both halves of the year', () => {
    expect(utcLines([seen('every Monday 07:00', 'Europe/Berlin')], nowMs)).toEqual([
      '0 5 * 3,4,5,6,7,8,9,10 1',
      '0 6 * 1,2,3,10,11,12 1',
    ]);
    expect(utcLines([seen('every weekday 06:30', 'UTC')], nowMs)).toEqual(['30 6 * * 1,2,3,4,5']);
    expect(utcLines([seen('every hour', 'UTC')], nowMs)).toEqual(['0 * * * *']);
    expect(utcLines([seen('every 5 minutes', 'UTC')], nowMs)).toEqual(['*/15 * * * *']);
  });

  it('start something at every occurrence, in any zone, for years', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca'];
    const schedules = [
      ...['first Monday 07:00', 'last day of the month 23:30', 'last Friday of the quarter 00:10'],
      ...['first working day of the month 06:15', '1st and 15th 02:30', 'every weekday 23:45'],
    ];
    const whens = fc.constantFrom(...schedules);
    const property = fc.property(
      whens,
      fc.constantFrom(...zones),
      fc.nat(2_000),
      (when, zone, day) => {
        const lines = utcLines([seen(when, zone)], nowMs);
        const wanted = occurrencesOf({ when, zone }).next(nowMs + day * 86_400_000) ?? 0;
        const starts = lines.flatMap((line) =>
          occurrencesOf({ when: line, zone: 'UTC' }).last(wanted),
        );
        return starts.includes(wanted);
      },
    );
    fc.assert(property, { numRuns: 25 });
  });
});

describe('a workflow for GitHub', () => {
  const source = {
    args: ['run-due', '--out', 'our briefs', '--audience', 'clear'],
    output: 'our briefs',
    root: '.',
    nowMs: Date.parse('2026-11-22T12:00Z'),
  };

  it('quotes what a shell would take apart, and may write only where editions are released', () => {
    const plain = githubWorkflow({ ...source, schedules: [seen('every Monday 07:00', 'UTC')] });
    const workflow = parse(plain) as Record<string, unknown>;
    expect(workflow).toMatchObject({
      on: { schedule: [{ cron: '0 7 * * 1' }], workflow_dispatch: null },
      permissions: { contents: 'read' },
    });
    expect(plain).toContain(
      "run: npx brief run-due --out 'our briefs' --audience clear --since 12h",
    );
    expect(plain).toContain('BRIEF_NOTIFY_WEBHOOK: ${' + '{ secrets.BRIEF_NOTIFY_WEBHOOK }}');
    expect(plain).not.toContain('git push');
    const releasing = githubWorkflow({ ...source, schedules: [seen('07:00', 'UTC', true)] });
    expect(parse(releasing)).toMatchObject({ permissions: { contents: 'write' } });
    expect(releasing).toContain('git add data/editions');
  });
});
