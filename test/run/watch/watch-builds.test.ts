/** Watching as the command does it, with a disk in memory whose changes the test reports itself. */

import { expect, onTestFinished, test } from 'vitest';
import { stringify } from 'yaml';
import type { FileChange, WatchOptions } from '../../../src/host/files/watch-files.ts';
import { sha256 } from '../../../src/model/hash.ts';
import { type Round, watchBuilds } from '../../../src/run/watch/watch-builds.ts';
import { minimal, minimalBrief, projectOf } from '../../support/project.ts';

const findings = {
  ...minimal.findings,
  'posts-fell': { statement: 'Posts fell.', evidence: [{ source: 'report', locator: 'p. 4' }] },
};
const takeaways = {
  ...minimal.takeaways,
  'posts-fell-too': { lead: 'Posts fell, too.', findings: ['posts-fell'] },
};
const files = {
  'data/all.yaml': { publisher: minimal.publisher, sources: minimal.sources },
  'data/findings.yaml': { findings },
  'data/takeaways.yaml': { takeaways },
  'data/briefs/one.yaml': minimalBrief,
  'data/briefs/two.yaml': { ...minimalBrief, title: 'Two', takeaways: ['posts-fell-too'] },
};

/** A watch on the small project; `save` and `remove` give the round that they cause. */
async function watching() {
  const host = projectOf(files);
  const rounds: Round[] = [];
  const { promise: stop, resolve: end } = Promise.withResolvers<void>();
  let report: WatchOptions['onChange'] = () => {};
  const ended = watchBuilds(
    {
      host,
      job: { formats: ['md'] },
      watch: async ({ onChange }) => {
        report = onChange;
        return { close: () => {} };
      },
      onRound: (round) => {
        rounds.push(round);
      },
    },
    stop,
  );
  onTestFinished(async () => {
    end();
    await ended;
  });
  let count = 0;
  const next = async () => {
    count += 1;
    await expect.poll(() => rounds.length, { timeout: 20_000 }).toBe(count);
    const { result } = rounds[count - 1] ?? expect.fail();
    return {
      built: result.briefs.map(({ id, status }) => `${id} ${status}`),
      errors: result.diagnostics.filter(({ severity }) => severity === 'error'),
    };
  };
  const tell = async (path: string, kind: FileChange['kind']) => {
    report([{ path, kind }]);
    return next();
  };
  const text = async (name: string) => new TextDecoder().decode(await host.output.read(name));
  const save = async (path: string, content: unknown) => {
    const text = typeof content === 'string' ? content : stringify(content);
    const isThere = (await host.project.size(path)) !== undefined;
    await host.project.write(path, new TextEncoder().encode(text));
    return tell(path, isThere ? 'changed' : 'added');
  };
  const remove = async (path: string) => {
    await host.project.remove(path);
    return tell(path, 'removed');
  };
  expect((await next()).built).toEqual(['one built', 'two built']);
  return { save, remove, text };
}

test('builds only the brief that a changed finding is used in', async () => {
  const { save, text } = await watching();
  const changed = {
    ...findings,
    'posts-fell': { ...findings['posts-fell'], statement: 'Posts halved.' },
  };
  const round = await save('data/findings.yaml', { findings: changed });
  expect(round.built).toEqual(['two built']);
  expect(await text('two.md')).toContain('Posts halved.');
});

test('builds nothing where a file was moved about but says the same', async () => {
  const { save, text } = await watching();
  const moved = `# A note.\n\n${stringify({ findings })}`;
  const round = await save('data/findings.yaml', moved);
  expect(round.built).toEqual([]);
  const { documents } = JSON.parse(await text('manifest.json'));
  for (const { inputs } of documents) expect(inputs['data/findings.yaml']).toBe(sha256(moved));
});

test('leaves the documents as they were while the YAML is broken, and goes on when it is mended', async () => {
  const { save, text } = await watching();
  const before = await text('one.md');
  const broken = await save('data/takeaways.yaml', 'takeaways: [');
  expect(broken.built).toEqual([]);
  expect(broken.errors.map(({ code }) => code)).toContain('yaml-syntax');
  expect(await text('one.md')).toBe(before);
  const lead = { ...takeaways, 'output-fell': { ...takeaways['output-fell'], lead: 'It fell.' } };
  expect((await save('data/takeaways.yaml', { takeaways: lead })).built).toEqual(['one built']);
  expect(await text('one.md')).toContain('It fell.');
});

test('tries a brief again that could not be built', async () => {
  const { save } = await watching();
  const path = 'data/briefs/two.yaml';
  const failed = await save(path, { ...files[path], template: 'no-such-template' });
  expect(failed).toMatchObject({ built: ['two failed'], errors: [{ code: 'template-missing' }] });
  expect((await save('data/briefs/one.yaml', { ...minimalBrief, title: 'One' })).built).toEqual([
    'one built',
    'two failed',
  ]);
  expect((await save(path, files[path])).built).toEqual(['two built']);
});

test('builds every brief of a template that has changed, and of the shared styles', async () => {
  const { save } = await watching();
  const css = await save('templates/shared/screen.css', 'body { color: black; }');
  expect(css.built).toEqual(['one built', 'two built']);
  const other = await save('templates/voices/screen.css', 'body { color: black; }');
  expect(other.built).toEqual([]);
});

test('survives a brief that is deleted and comes back under another name', async () => {
  const { remove, save } = await watching();
  expect(await remove('data/briefs/two.yaml')).toMatchObject({ built: [], errors: [] });
  const round = await save('data/briefs/three.yaml', files['data/briefs/two.yaml']);
  expect(round.built).toEqual(['three built']);
});
