/** The preview without a browser before it: from a saved file to a new page or PDF, in this process. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { watchFiles } from '../src/host/files/watch-files.ts';
import { createNodeHost } from '../src/host/node-host.ts';
import { createDesk } from '../src/run/preview/desk.ts';
import { openSession, watchedFolders } from '../src/run/watch/session.ts';
import type { Case } from './preview-cases.ts';

/** Times of one kind of save, in milliseconds, in the order they were taken. */
export interface Times {
  readonly name: string;
  readonly wallMs: readonly number[];
  /** User and system time of the process with all its threads; none where it is not known. */
  readonly cpuMs?: readonly number[];
}

export interface PartsOptions {
  readonly root: string;
  readonly rounds: number;
  /** Rounds before those that count: a person does not look at the first one either. */
  readonly warmUp: number;
}

/** case, its project → how long it takes to a new page and to a new PDF, after each kind of save. */
export async function measureParts(
  { brief, saves }: Case,
  { root, rounds, warmUp }: PartsOptions,
): Promise<readonly Times[]> {
  const host = await createNodeHost({ root, printer: { onNotice: console.error } });
  const session = openSession(host);
  const desk = createDesk(session, 'vscode://file/{path}');
  let changed = () => {};
  const watch = await watchFiles(root, {
    folders: watchedFolders,
    files: session.asked,
    onChange: (changes) => {
      session.forget(changes);
      desk.clear();
      changed();
    },
  });
  const makers = {
    HTML: async () => (await desk.page({ brief })).value !== undefined,
    PDF: async () => (await desk.file({ brief }, 'pdf')).value !== undefined,
  };
  const measured: Times[] = [];
  for (const save of saves) {
    for (const [format, make] of Object.entries(makers)) {
      const wallMs: number[] = [];
      const cpuMs: number[] = [];
      const text = readFileSync(join(root, save.file), 'utf8');
      for (let round = -warmUp; round < rounds; round += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        const seen = new Promise<void>((resolve) => {
          changed = resolve;
        });
        const cpuBefore = process.cpuUsage();
        const startedMs = performance.now();
        writeFileSync(join(root, save.file), save.edited(text, round + warmUp));
        await seen;
        if (!(await make())) throw new Error(`no ${format} after ${save.name}`);
        const tookMs = performance.now() - startedMs;
        const { user, system } = process.cpuUsage(cpuBefore);
        if (round < 0) continue;
        wallMs.push(tookMs);
        cpuMs.push((user + system) / 1000);
      }
      measured.push({ name: `${save.name} → new ${format}`, wallMs, cpuMs });
    }
  }
  watch.close();
  await host.close();
  return measured;
}
