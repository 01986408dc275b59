/** The looks that the guide shows are ones that a project can take over as they are. */
import { rmSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { lookNames, projectInLook } from '../../scripts/gallery/looks.ts';
import { checkProject } from '../../src/index.ts';

let folder: string | undefined;
afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

it.each(lookNames())('%s has nothing wrong with it', async (name) => {
  folder = projectInLook(name);
  expect((await checkProject({ root: folder })).problems).toEqual([]);
});
