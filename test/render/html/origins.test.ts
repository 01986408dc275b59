import { expect, test } from 'vitest';
import { createNodeHost } from '../../../src/host/node-host.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { briefProject, buildOne, minimal } from '../../support/project.ts';

const documentOf = async (host: Parameters<typeof buildOne>[0], id?: string) => {
  const { built } = await buildOne(host, { formats: [] }, id);
  return built?.document ?? expect.fail();
};
const htmlOf = (document: Parameters<typeof renderHtml>[0], origins?: boolean) =>
  new TextDecoder().decode(
    renderHtml(document, origins === undefined ? {} : { origins }).value.bytes,
  );

test('says in front of a text where it was written', async () => {
  const lead = 'Output fell -- by half.';
  const takeaways = { 'output-fell': { ...minimal.takeaways['output-fell'], lead } };
  const host = briefProject({}, { takeaways });
  const text = new TextDecoder().decode(await host.project.read('data/all.yaml'));
  const start = text.indexOf(lead);
  const html = htmlOf(await documentOf(host), true);
  expect(html).toContain(`<!--@data/all.yaml:${start}-${start + lead.length}-->${lead}`);
});

test('a path that would end the comment is encoded', async () => {
  const host = briefProject({}, { takeaways: {} });
  const { takeaways } = minimal;
  const text = JSON.stringify({ takeaways });
  await host.project.write('data/a--b>.yaml', new TextEncoder().encode(text));
  expect(htmlOf(await documentOf(host), true)).toContain('<!--@data/a%2D%2Db%3E.yaml:');
});

test('what is published says nothing of it, and is otherwise the same to the letter', async () => {
  const host = await createNodeHost({ root: '.' });
  for (const id of ['three-shifts', 'quiet-outlet']) {
    const document = await documentOf(host, id);
    const published = htmlOf(document);
    expect(published).not.toMatch(/<!--|data-origin|data-record/);
    const marked = htmlOf(document, true);
    expect(marked.match(/<!--@data/g)?.length).toBeGreaterThan(100);
    expect(marked.replaceAll(/<!--@[^>]*-->| data-(?:origin|record)="[^"]*"/g, '')).toBe(published);
  }
});
