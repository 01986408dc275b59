/** Templates compiled when the package is built print what templates compiled while it runs print. */
import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import { compiledTemplates } from '../../scripts/build/templates.ts';
import { keyOf, specificationOf } from '../../src/model/templating/specification.ts';

async function shipped(): Promise<ReadonlyMap<string, TemplateSpecification>> {
  const code = compiledTemplates('templates');
  const { precompiled } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return precompiled;
}

test('every template that ships is among them, as it is now', async () => {
  const precompiled = await shipped();
  const brief = readFileSync('templates/voices/brief.md.hbs', 'utf8');
  const page = readFileSync('templates/shared/page.html.hbs', 'utf8');
  expect(precompiled.has(keyOf(brief, 'brief'))).toBe(true);
  expect(precompiled.has(keyOf(page, 'page'))).toBe(true);
  expect(precompiled.has(keyOf(`${page} `, 'page'))).toBe(false);
});

test('they print the same', async () => {
  const text = readFileSync('templates/shared/partials/stamp.md.hbs', 'utf8');
  const view = { publisher: { sample: 'A <sample>' }, supersededBy: '', isDraft: true };
  const engine = Handlebars.create();
  engine.registerHelper('t', (name: string) => `the word for ${name}`);
  const built = (await shipped()).get(keyOf(text, 'brief'));
  const [ready, fresh] = [built, specificationOf(text, 'brief')].map((one) =>
    engine.template(one ?? {})({ ...view, isReview: false, isWithdrawn: false }),
  );
  expect(ready).toContain('A <sample>');
  expect(ready).toContain('the word for draft');
  expect(ready).toBe(fresh);
});

test('a page escapes what a brief leaves to Markdown', () => {
  const print = (printing: 'brief' | 'page') =>
    Handlebars.template(specificationOf('{{word}}', printing))({ word: '<b>' });
  expect(print('page')).toBe('&lt;b&gt;');
  expect(print('brief')).toBe('<b>');
});
