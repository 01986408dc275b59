/** A brief with something to say is kept as well, and says it again at the right line. */
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { buildAgain } from '../../../src/run/cache/build-again.ts';
import { minimal, minimalBrief, projectOf } from '../../support/project.ts';

const path = 'data/all.yaml';
const text = stringify(minimal);
const brief = stringify({
  ...minimalBrief,
  formats: ['md'],
  // Nothing else of it is there in French, which is a warning of this brief alone.
  languages: ['fr'],
  translations: { fr: { title: 'Un titre' } },
});

async function start() {
  const host = projectOf({
    [path]: text,
    'data/briefs/one.yaml': brief,
    'data/glossary.yaml': 'glossary: {}\n',
  });
  const put = (path: string, text: string) =>
    host.project.write(path, new TextEncoder().encode(text));
  const rebuilt: string[] = [];
  const build = async () => {
    rebuilt.length = 0;
    const { diagnostics } = await buildAgain(host, {}, { onReason: (id) => rebuilt.push(id) });
    return diagnostics.map(({ code, span }) => ({ code, span }));
  };
  return { put, build, rebuilt };
}

test('a brief with a warning is not built again for another file’s sake', async () => {
  const { put, build, rebuilt } = await start();
  const said = await build();
  expect(said.map(({ code }) => code)).toContain('translation-missing');
  await put('data/glossary.yaml', '# A note.\nglossary: {}\n');
  expect(await build()).toEqual(said);
  expect(rebuilt).toEqual([]);
});

test('where the lines that it points at have moved, it points at where they are', async () => {
  const { put, build, rebuilt } = await start();
  const said = await build();
  const note = '# A note above it all.\n';
  await put(path, `${note}${text}`);
  const now = await build();
  expect(rebuilt).toEqual(['one']);
  const moved = said.map(({ code, span }) => ({
    code,
    span: span?.file === path ? shifted(span, note.length) : span,
  }));
  expect(now).toEqual(moved);
});

function shifted<S extends { readonly start: number; readonly end: number }>(span: S, by: number) {
  return { ...span, start: span.start + by, end: span.end + by };
}
