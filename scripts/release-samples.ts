/**
 * Releases the sample editions anew: `node scripts/release-samples.ts`. After a change of what documents
 * look like, their hashes no longer fit, and this makes both again, each at its own date.
 *
 * Edition 1 is made from the data as they were before the office retracted its working count: the data
 * of today with the retraction undone, as listed here. So nothing depends on the history of the
 * repository, which may be shallow.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createNodeHost } from '../src/host/node-host.ts';
import { release } from '../src/run/editions/release.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const brief = 'quiet-outlet';
const editions = join('data', 'editions', brief);

/** What the retraction changed: file → text of today and text of that day. */
const retraction: readonly (readonly [file: string, today: string, before: string])[] = [
  [
    'data/sources.yaml',
    '    status: retracted\n    tags: [al-azaim]\n',
    '    status: current\n    tags: [al-azaim]\n',
  ],
  [
    'data/findings/al-azaim.yaml',
    '      - { source: tat-azaim, locator: para. 5, quote: English magazine’s 37th issue }\n    observed: 2024-03/2025-06\n',
    '      - { source: tat-azaim, locator: para. 5, quote: English magazine’s 37th issue }\n      - { source: meridian-issue-count, locator: p. 1 }\n    observed: 2024-03/2025-06\n',
  ],
  [
    'data/findings/al-azaim.yaml',
    '    actors: [Al-Azaim]\n    tags: [al-azaim]\n    confidence: low\n\n  new-contact-point:\n',
    '    actors: [Al-Azaim]\n    tags: [al-azaim]\n    confidence: moderate\n\n  new-contact-point:\n',
  ],
  ['data/briefs/quiet-outlet.yaml', 'updated: 2026-11-20\n', ''],
  [
    'data/briefs/quiet-outlet.yaml',
    'issues in [](#magazine-pace.months) months, as',
    'issues in [](#magazine-pace.months) months [@meridian-issue-count, p. 1], as',
  ],
  [
    'data/briefs/quiet-outlet.yaml',
    `corrections:
  - date: 2026-11-20
    text: >-
      The first edition cited a working count of this office for the pace of the magazine. The count
      has been retracted, as it gave dates to issues that no source dates. The numbers now rest on the
      analysis alone.
`,
    '',
  ],
];

/** Releases one edition of the project in a folder, on a day. */
async function releaseIn(folder: string, day: string): Promise<void> {
  const host = await createNodeHost({ root: folder });
  try {
    const { value, diagnostics } = await release(host, brief, { day });
    const problems = diagnostics.map(({ code, message }) => `${code}: ${message}`);
    if (value === undefined) throw new Error(['no edition was released', ...problems].join('\n'));
    console.log(`edition ${value.edition.edition} of ${brief}, ${day}`);
  } finally {
    await host.close();
  }
}

/** Puts the text of that day in place of today's, which must stand there exactly once. */
function undo(folder: string, [file, today, before]: (typeof retraction)[number]): void {
  const path = join(folder, file);
  const parts = readFileSync(path, 'utf8').split(today);
  if (parts.length !== 2) {
    throw new Error(`${file}: what the retraction changed is not there once:\n${today}`);
  }
  writeFileSync(path, parts.join(before));
}

const folder = mkdtempSync(join(tmpdir(), 'briefwright-samples-'));
try {
  const copy = (from: string, to: string) =>
    cpSync(join(from, 'data'), join(to, 'data'), { recursive: true });
  copy(root, folder);
  rmSync(join(folder, editions), { recursive: true, force: true });
  for (const change of retraction) undo(folder, change);
  await releaseIn(folder, '2026-09-14');
  const first = readFileSync(join(folder, editions, '1.yaml'));
  copy(root, folder);
  rmSync(join(folder, editions, '2.yaml'), { force: true });
  writeFileSync(join(folder, editions, '1.yaml'), first);
  await releaseIn(folder, '2026-11-20');
  cpSync(join(folder, editions), join(root, editions), { recursive: true });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
