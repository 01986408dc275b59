/** A wrong page is worse than a slow one: whatever was edited before, a page is what a fresh start makes. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDesk } from '../../../src/run/preview/desk.ts';
import type { ViewChoice } from '../../../src/run/preview/messages.ts';
import { openSession } from '../../../src/run/watch/session.ts';
import { projectOf } from '../../support/project.ts';
import { fc } from '../../support/property.ts';

const root = join(import.meta.dirname, '../../..');
const editor = 'vscode://file/{path}:{line}:{column}';
const samples = Object.fromEntries(
  globSync('data/**/*.{yaml,csv}', { cwd: root }).map((path) => [
    path,
    readFileSync(join(root, path), 'utf8'),
  ]),
);
/** What ships with the tool and may be replaced by a project. */
const templates = ['templates/shared/screen.css', 'templates/shared/partials/masthead.md.hbs'];
const paths = [...Object.keys(samples), ...templates].toSorted();
const briefs = ['three-shifts', 'quiet-outlet', 'after-the-purge'];

/** What a hand at the keyboard does to the lines of a file; `at` chooses where. */
const edits: readonly ((lines: string[], at: number) => void)[] = [
  // A number, a word, a whole line, an order: whatever it breaks is part of the trial.
  (lines, at) => change(lines, at, /: \d+$/, ': 4711'),
  (lines, at) => change(lines, at, /\b[a-z]{5,}\b(?=.* )/, 'somewhat'),
  (lines, at) => change(lines, at, /$/, ' and more'),
  (lines, at) => change(lines, at, /TLP:CLEAR/, 'TLP:AMBER'),
  (lines, at) => change(lines, at, /^( *)(\S)/, '$1# $2'),
  (lines, at) => lines.splice(at, 1),
  (lines, at) => lines.splice(at, 0, lines[at] ?? ''),
  (lines, at) => lines.splice(at, 0, '# a note', ''),
  (lines, at) => change(lines, at, /^title: .*/, 'title: Another title'),
];

function change(lines: string[], at: number, from: RegExp, to: string): void {
  const index = [...lines.keys()].find((one) => one >= at && from.test(lines[one] ?? ''));
  if (index !== undefined) lines[index] = (lines[index] ?? '').replace(from, to);
}

const step = fc.record({
  path: fc.constantFrom(...paths),
  edit: fc.nat(edits.length - 1),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  isUndone: fc.boolean(),
  brief: fc.constantFrom(...briefs),
  audience: fc.constantFrom(undefined, undefined, 'TLP:CLEAR' as const),
});

test('after any edits a page, and all that is said of it, are those of a fresh start', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 10 }), async (steps) => {
      const files = new Map(Object.entries(samples));
      const host = projectOf(samples);
      const session = openSession(host);
      const desk = createDesk(session, editor);
      for (const { path, edit, place, isUndone, brief, audience } of steps) {
        const before = files.get(path);
        const lines = (before ?? readFileSync(join(root, path), 'utf8')).split('\n');
        edits[edit]?.(lines, Math.floor(place * lines.length));
        const save = async (text: string | undefined) => {
          const kind = text === undefined ? 'removed' : files.has(path) ? 'changed' : 'added';
          if (text === undefined) await host.project.remove(path);
          else await host.project.write(path, new TextEncoder().encode(text));
          if (text === undefined) files.delete(path);
          else files.set(path, text);
          session.forget([{ path, kind }]);
          desk.clear();
        };
        const compare = async () => {
          const choice: ViewChoice = { brief, ...(audience === undefined ? {} : { audience }) };
          const fresh = createDesk(openSession(projectOf(Object.fromEntries(files))), editor);
          expect(await sightOf(desk, choice)).toEqual(await sightOf(fresh, choice));
        };
        await save(lines.join('\n'));
        await compare();
        // What breaks a file would hide all that follows.
        if (!isUndone && (await desk.page({ brief })).value !== undefined) continue;
        await save(before);
        await compare();
      }
    }),
    { numRuns: 3 },
  );
}, 600_000);

/** All that somebody in front of the page gets to see. */
async function sightOf(desk: ReturnType<typeof createDesk>, choice: ViewChoice) {
  const { value, diagnostics } = await desk.page(choice);
  const { found, judged, concern, project } = await desk.reading();
  const said = [...found, ...((await judged()) ?? [])];
  return {
    value,
    diagnostics,
    others: await desk.saidInOthers(choice),
    said,
    concerned: [...project.resolved.records.brief.values()].map((brief) => [
      brief.id,
      said.filter((one) => concern(one, brief)).length,
    ]),
    edges: project.resolved.edges,
  };
}
