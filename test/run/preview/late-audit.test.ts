/** A file is shown before it is audited; what the audit finds in it is said all the same. */
import { expect, test } from 'vitest';
import { createPreview } from '../../../src/run/preview/preview.ts';
import { minimal, minimalBrief, projectOf } from '../../support/project.ts';

const secret = 'Seven couriers crossed the border by night';

/** A template that prints what no template should know. */
const files = {
  'data/all.yaml': {
    ...minimal,
    findings: {
      ...minimal.findings,
      couriers: {
        statement: `${secret}.`,
        evidence: [{ source: 'report', locator: 'p. 9' }],
        marking: 'TLP:AMBER',
      },
    },
  },
  'data/briefs/one.yaml': minimalBrief,
  'templates/shared/partials/masthead.md.hbs': `${secret}.\n\n`,
};

async function answered(path: string, project: Readonly<Record<string, unknown>> = files) {
  const onFault = (error: unknown) => expect.fail(String(error));
  const preview = createPreview(projectOf(project), { editor: 'x:{path}', onFault });
  const query = new URLSearchParams();
  const { status = 200, body } = await preview.answer({ path, query });
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  return { status, text };
}

test('a file with a leak in it is shown to whoever writes the brief', async () => {
  const { status, text } = await answered('/briefs/one.md');
  expect(status).toBe(200);
  expect(text).toContain(secret);
});

test('the audit of the same file says that it would not be released', async () => {
  const { text } = await answered('/audits/one.md');
  const { problems } = JSON.parse(text);
  expect(problems).toMatchObject([{ severity: 'error', code: 'leak-found' }]);
});

test('of a sound file the audit has nothing to say, and of one that cannot be made why', async () => {
  const { 'templates/shared/partials/masthead.md.hbs': _, ...sound } = files;
  expect(JSON.parse((await answered('/audits/one.md', sound)).text)).toEqual({ problems: [] });
  const missing = await answered('/audits/two.md');
  expect(missing.status).toBe(409);
  expect(missing.text).toContain('two');
});
