/** Briefs and projects that the tool begins: they must build at once. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileBrief } from '../../../src/compile.ts';
import { createNodeHost } from '../../../src/host/node-host.ts';
import { hasErrors } from '../../../src/model/diagnostic.ts';
import type { Host } from '../../../src/model/host.ts';
import { readProject } from '../../../src/read-project.ts';
import { formatProject } from '../../../src/run/authoring/format/format-project.ts';
import { writeNewBrief } from '../../../src/run/authoring/new-brief.ts';
import { startProject } from '../../../src/run/authoring/start-project.ts';
import { checkProject } from '../../../src/run/check.ts';
import { briefProject, projectOf } from '../../support/project.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefwright-new-'));
  cpSync(join(import.meta.dirname, '../../../data'), join(folder, 'data'), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function begin(host: Host, known: Parameters<typeof writeNewBrief>[2]) {
  const { value: project } = await readProject(host);
  return writeNewBrief(host, project, known);
}

async function build(host: Host, id: string) {
  const { value: project, diagnostics } = await readProject(host);
  const brief = project.resolved.records.brief.get(id);
  if (brief === undefined) return { diagnostics, markdown: undefined };
  const built = await compileBrief(host, project, brief, { formats: ['md', 'html'] });
  return {
    diagnostics: [...diagnostics, ...built.diagnostics],
    markdown: built.value?.artifacts.map(({ bytes }) => new TextDecoder().decode(bytes))[0],
  };
}

describe('a new brief', () => {
  const templates = ['commentary', 'source-note', 'strategic-takeaways', 'trend-report', 'voices'];

  it.each(templates)('of the template %s builds at once', async (template) => {
    const host = await createNodeHost({ root: folder });
    const title = `Notes: a "new" ${template}`;
    const outcome = await begin(host, { title, template });
    const id = `notes-a-new-${template}`;
    expect(outcome).toEqual({ kind: 'written', path: `data/briefs/${id}.yaml` });
    const { diagnostics, markdown } = await build(host, id);
    expect(hasErrors(diagnostics)).toBe(false);
    expect(markdown).toContain(`new`);
    const path = `data/briefs/${id}.yaml`;
    expect((await formatProject(host, { only: [path], isCheck: true })).changed).toEqual([]);
    await host.project.remove(`data/briefs/${id}.yaml`);
  });

  it('builds in a project that has hardly anything', async () => {
    const host = briefProject();
    await begin(host, { id: 'two' });
    const { diagnostics } = await build(host, 'two');
    expect(hasErrors(diagnostics)).toBe(false);
  });

  it('overwrites nothing', async () => {
    const host = briefProject();
    expect(await begin(host, { id: 'one' })).toMatchObject({ kind: 'refused' });
  });

  it.each([
    [{ id: 'Two Words' }, 'write "brief new two-words"'],
    [{ id: 'two', template: 'comentary' }, 'did you mean "commentary"?'],
    [{ id: 'two', authors: ['nobody'] }, 'there is none yet'],
    [{}, 'write "brief new my-brief"'],
  ])('says what to type instead of %o', async (known, advice) => {
    expect(await begin(briefProject(), known)).toMatchObject({ kind: 'refused', advice });
  });
});

describe('a new project', () => {
  it('has no problem and builds at once', async () => {
    const host = projectOf({});
    expect(await startProject(host)).toMatchObject({ kind: 'started' });
    const { diagnostics, counts } = await checkProject(host);
    expect(diagnostics).toEqual([]);
    expect(counts).toMatchObject({ briefs: 1, takeaways: 1, findings: 2, sources: 1 });
    const built = await build(host, 'first-brief');
    expect(built.diagnostics).toEqual([]);
    expect(built.markdown).toContain('40');
    expect((await formatProject(host)).changed).toEqual([]);
  });

  it('is made in an empty folder only', async () => {
    const host = projectOf({ 'notes.txt': 'mine' });
    expect(await startProject(host)).toEqual({ kind: 'occupied', path: 'notes.txt' });
    expect(await host.project.list('data')).toEqual([]);
  });
});
