/** The doctor on this machine, and on one that lacks things. */
import { expect, test } from 'vitest';
import { brief, project } from './brief.ts';

test('finds a machine that can build to be sound, by printing with the real browser', async () => {
  const folder = await project({ 'templates/house-note/brief.md.hbs': '# {{title}}\n' });
  const { status, out, err } = await brief(folder, ['doctor', '--format', 'json']);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const { observations } = JSON.parse(out);
  const bySubject = Object.groupBy(
    observations as { subject: string; state: string; message: string; remedy?: string }[],
    ({ subject }) => subject,
  );
  expect(Object.keys(bySubject)).toEqual([
    ...['node', 'browser', 'sandbox', 'fonts', 'output', 'templates', 'data'],
  ]);
  expect(bySubject.browser?.[0]?.message).toMatch(/^Chrome \d+.*; it prints$/);
  expect(bySubject.fonts?.[0]?.message).toContain('Source Serif 4');
  expect(bySubject.templates?.[0]?.message).toMatch(/; your own: house-note$/);
  expect(bySubject.data?.[0]?.message).toMatch(/^2 briefs and 2 findings in 3 files$/);
  for (const { state, remedy } of observations) {
    if (state !== 'ok') expect(remedy).toMatch(/^[a-z].*[^.]$/);
  }
});

test('ends with 3 and a remedy each where something is missing', async () => {
  const folder = await project({ 'data/all.yaml': 'sources: [', output: 'a file in the way' });
  const { status, out } = await brief(folder, ['doctor'], { BRIEF_BROWSER: 'no-such-browser' });
  expect(status).toBe(3);
  expect(out).toMatch(/^✗ browser +BRIEF_BROWSER names no-such-browser, .*\n +→ correct/m);
  expect(out).toMatch(/^✗ output .*\n +→ /m);
  expect(out).toMatch(/^! data +.*with errors\n +→ run "brief check"/m);
  expect(out).toContain('missing: browser, output.');
});
