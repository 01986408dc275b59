/** A workflow for GitHub Actions. */
import { stringify } from 'yaml';
import type { SeenSchedule } from '../ledger.ts';
import { shellWord } from './invocation.ts';
import { utcLines } from './utc-lines.ts';

/** What a workflow is made from. */
export interface WorkflowSource {
  /** `run-due` and its options, with paths relative to the repository. */
  readonly args: readonly string[];
  /** The folder of the documents, relative to the repository. */
  readonly output: string;
  /** The folder of the project, relative to the repository. */
  readonly root: string;
  readonly schedules: readonly SeenSchedule[];
  readonly nowMs: number;
}

const head = `# Save this as .github/workflows/scheduled-briefs.yml. The times are UTC, with and without summer
# time; a start at which nothing is due ends at once. Print it again when a schedule has changed.
`;

/** → the file. */
export function githubWorkflow({ args, output, root, schedules, nowMs }: WorkflowSource): string {
  const crons = utcLines(schedules, nowMs).map((cron) => ({ cron }));
  const releases = schedules.some(({ release }) => release);
  const command = ['npx', 'brief', ...args, '--since', '12h'].map(shellWord).join(' ');
  const editions = shellWord(root === '.' ? 'data/editions' : `${root}/data/editions`);
  const runId = `${expression('github.run_id')}-${expression('github.run_attempt')}`;
  const workflow = {
    name: 'scheduled briefs',
    on: { schedule: crons, workflow_dispatch: null },
    // One at a time, so that no run misses what the one before it has recorded.
    concurrency: { group: 'scheduled-briefs' },
    permissions: { contents: releases ? 'write' : 'read' },
    jobs: {
      'run-due': {
        'runs-on': 'ubuntu-latest',
        steps: [
          { uses: 'actions/checkout@v4' },
          { uses: 'actions/setup-node@v4', with: { 'node-version': 24 } },
          { run: 'npm ci' },
          {
            name: 'Fetch the documents and the record of earlier runs',
            uses: 'actions/cache/restore@v4',
            with: { path: output, key: 'briefs', 'restore-keys': 'briefs-' },
          },
          {
            name: 'Build what is due',
            run: command,
            env: { BRIEF_NOTIFY_WEBHOOK: expression('secrets.BRIEF_NOTIFY_WEBHOOK') },
          },
          {
            name: 'Keep them for the next time',
            if: 'always()',
            uses: 'actions/cache/save@v4',
            with: { path: output, key: `briefs-${runId}` },
          },
          ...(releases ? [keepEditions(editions)] : []),
          {
            if: 'always()',
            uses: 'actions/upload-artifact@v4',
            with: { name: 'briefs', path: output },
          },
        ],
      },
    },
  };
  return head + stringify(workflow, { lineWidth: 0, nullStr: '' });
}

/** Source: GitHub Actions, "Evaluate expressions". */
function expression(text: string): string {
  return `\${{ ${text} }}`;
}

/** Lock files of released editions belong under version control. */
function keepEditions(folder: string) {
  return {
    name: 'Keep the editions that were released',
    if: 'always()',
    run: [
      `mkdir -p ${folder}`,
      `git add ${folder}`,
      'git diff --cached --quiet && exit 0',
      'git -c user.name=briefwright -c user.email=briefs@example.org commit -m "Release editions"',
      'git push',
      '',
    ].join('\n'),
  };
}
