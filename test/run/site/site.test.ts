/** The index of what was published: whom it names, what it is made of, what becomes of its files. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { auditSite } from '../../../src/audit/site.ts';
import type { MemoryHost } from '../../../src/host/memory-host.ts';
import { markings } from '../../../src/model/marking.ts';
import { readProject } from '../../../src/read-project.ts';
import { build } from '../../../src/run/build.ts';
import { makeIndex } from '../../../src/run/site.ts';
import { canaryProject, hiddenFrom, type Labels, labels } from '../../audit/canaries.ts';
import { projectOf, publisher } from '../../support/project.ts';
import { fc } from '../../support/property.ts';
import { address, buildAll, outputText, siteProject, siteText } from './office.ts';

const secret = {
  title: 'Qzsecret canaries behind the amber door',
  standfirst: 'Qzhidden standfirst of canaries.',
  marking: 'TLP:AMBER',
  tags: ['qzsubject'],
};
const open = { title: 'An open brief', standfirst: 'Words for everybody.', tags: ['bridges'] };
const codesOf = ({ diagnostics }: { diagnostics: readonly { code: string }[] }) =>
  diagnostics.map(({ code }) => code);

describe('an index for everybody', () => {
  it('names what is TLP:CLEAR, and nothing of what lies beside it', async () => {
    const host = siteProject({ 'open-one': open, 'qz-closed': secret });
    const { site } = await buildAll(host);
    expect(site.map(({ name }) => name)).toEqual(['index.html', 'feed.xml', 'feed.json']);
    expect(outputText(host, 'qz-closed.tlp-amber.html')).toContain('Qzsecret');
    const text = siteText(host);
    expect(text).toContain('An open brief');
    expect(text).toContain('Words for everybody.');
    expect(text).toContain('open-one.html');
    expect(text).not.toMatch(/qz|amber door/i);
  });

  it('holds for every way of marking, with documents for every audience in the folder', async () => {
    await fc.assert(
      fc.asyncProperty(labels, fc.constantFrom(...markings), async (marks, portions) => {
        const host = projectWithSite(marks, portions);
        for (const audience of markings) await build(host, { formats: ['md'], audience });
        const text = siteText(host);
        const { output } = host;
        const names = [...output.all.keys()].filter((name) => name.includes('.tlp-'));
        for (const name of names) expect(text).not.toContain(name);
        for (const word of hiddenFrom(marks, 'TLP:CLEAR', 'TLP:CLEAR')) {
          expect(text).not.toContain(word);
        }
        if (portions !== 'TLP:CLEAR') expect(text).not.toContain('one.md');
      }),
      { numRuns: 25 },
    );
  }, 600_000);

  it('forgets a brief that has been marked since', async () => {
    const host = siteProject({ one: open });
    await buildAll(host);
    expect(siteText(host)).toContain('An open brief');
    const path = 'data/briefs/one.yaml';
    const before = new TextDecoder().decode(await host.project.read(path));
    await host.project.write(
      path,
      bytesOf(before.replace('marking: TLP:CLEAR', 'marking: TLP:GREEN')),
    );
    await makeIndex(host);
    expect(siteText(host)).not.toContain('An open brief');
  });

  it('leaves out what is not final, and says what was withdrawn', async () => {
    const host = siteProject({
      one: open,
      two: { title: 'Half written', status: 'draft' },
      three: { title: 'Taken back', status: 'withdrawn' },
    });
    await buildAll(host);
    const text = siteText(host);
    expect(text).not.toContain('Half written');
    expect(text).toContain('Withdrawn: Taken back');
    const { diagnostics } = await makeIndex(host);
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['site-omits', expect.stringContaining('one document')],
    ]);
  });

  it('is not released where it holds something withheld', async () => {
    const { value } = await readProject(siteProject({ 'qz-closed': secret }));
    const file = (name: 'index.html' | 'feed.xml', text: string) => {
      return { name, mediaType: 'text/html', bytes: bytesOf(text) };
    };
    const files = [file('index.html', `<p title="${secret.title}">`), file('feed.xml', '<feed/>')];
    const audited = auditSite(files, value.resolved, 'TLP:CLEAR');
    expect(audited.value.map(({ name }) => name)).toEqual(['feed.xml']);
    expect(codesOf(audited)).toContain('leak-found');
    // A feed is for everybody, whatever the page is for.
    const feed = auditSite([file('feed.xml', secret.title)], value.resolved, 'TLP:RED');
    expect(feed.value).toEqual([]);
  });
});

describe('an index for the office alone', () => {
  it('names everything, under the strictest label, and its feeds name no more than any', async () => {
    const host = siteProject({ one: open, 'qz-closed': secret }, { url: address, internal: true });
    await buildAll(host);
    const page = outputText(host, 'index.html') ?? '';
    expect(page).toContain(secret.title);
    expect(page.match(/<strong class="marking marking-amber"/g)?.length).toBeGreaterThanOrEqual(2);
    expect(page).toContain('For the office alone');
    expect(outputText(host, 'feed.xml')).not.toMatch(/qz/i);
    expect(outputText(host, 'feed.json')).not.toMatch(/qz/i);
  });
});

describe('the files of an index', () => {
  it('are the same after every build, and stand in the manifest', async () => {
    const [one, other] = await Promise.all(
      [0, 1].map(async () => {
        const host = siteProject({ one: open, two: { title: 'Another' } });
        await buildAll(host);
        return host;
      }),
    );
    if (one === undefined || other === undefined) throw new Error('nothing was built');
    expect(siteText(one)).toBe(siteText(other));
    const manifest = JSON.parse(outputText(one, 'manifest.json') ?? '') as {
      site: { name: string; sha256: string; bytes: number }[];
    };
    expect(manifest.site.map(({ name }) => name)).toEqual(['index.html', 'feed.xml', 'feed.json']);
    for (const { name, sha256, bytes } of manifest.site) {
      const found = one.output.all.get(name) ?? new Uint8Array();
      expect(createHash('sha256').update(found).digest('hex')).toBe(sha256);
      expect(found.byteLength).toBe(bytes);
    }
    expect((await makeIndex(one)).files.map(({ fate }) => fate)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
  });

  it('list what earlier builds left, too', async () => {
    const host = siteProject({ one: open, two: { title: 'Another' } });
    await buildAll(host, { briefs: ['one'] });
    expect(siteText(host)).not.toContain('Another');
    await buildAll(host, { briefs: ['two'] });
    expect(siteText(host)).toContain('An open brief');
    expect(siteText(host)).toContain('Another');
  });

  it('link to every format that is up to date, and no other', async () => {
    const host = siteProject({ one: open });
    await buildAll(host);
    const path = 'data/briefs/one.yaml';
    const before = new TextDecoder().decode(await host.project.read(path));
    await host.project.write(path, bytesOf(before.replace('An open brief', 'A newer brief')));
    await buildAll(host, { formats: ['html'] });
    const page = outputText(host, 'index.html') ?? '';
    expect(page).toContain('href="one.html"');
    expect(page).not.toContain('href="one.md"');
  });

  it('do not take the place of a page that somebody else has made', async () => {
    const host = siteProject({ one: open });
    await host.output.write('index.html', bytesOf('my own page'));
    const built = await build(host, { formats: ['md'] });
    expect(codesOf(built)).toContain('site-file-foreign');
    expect(outputText(host, 'index.html')).toBe('my own page');
    expect(outputText(host, 'index.new.html')).toContain('An open brief');
    await makeIndex(host, { force: true });
    expect(outputText(host, 'index.html')).toContain('An open brief');
  });

  it('leave a brief called "index" its name', async () => {
    const host = siteProject({ index: open });
    const built = await build(host, { formats: ['html'] });
    expect(codesOf(built)).toContain('site-name-taken');
    expect(outputText(host, 'index.html')).toContain('class="template-strategic-takeaways');
  });

  it('are made by the command alone where the office has no "site:", without feeds', async () => {
    const host = siteProject({ one: open }, null);
    expect((await buildAll(host)).site).toEqual([]);
    expect(outputText(host, 'index.html')).toBeUndefined();
    const made = await makeIndex(host);
    expect(made.files.map(({ name }) => name)).toEqual(['index.html']);
    expect(codesOf(made)).toEqual(['site-feeds-without-url']);
    expect(outputText(host, 'index.html')).not.toContain('feed.xml');
  });

  it('go where they are no longer made', async () => {
    const host = siteProject({ one: open });
    await buildAll(host);
    const without = { name: 'data/all.yaml' };
    const before = new TextDecoder().decode(await host.project.read(without.name));
    await host.project.write(
      without.name,
      bytesOf(before.replace(`url: ${address}`, 'title: All')),
    );
    await makeIndex(host);
    expect(outputText(host, 'feed.xml')).toBeUndefined();
    expect(outputText(host, 'index.html')).toContain('<h1>All</h1>');
  });

  it('are told of by every build once publisher.yaml has no "site:" any more', async () => {
    const host = siteProject({ one: open });
    await buildAll(host);
    const data = new TextDecoder().decode(await host.project.read('data/all.yaml'));
    const without = data.replace(`  site:\n    url: ${address}\n`, '');
    await host.project.write('data/all.yaml', bytesOf(without));
    for (const _ of [1, 2]) {
      const { diagnostics } = await buildAll(host);
      const [said] = diagnostics.filter(({ code }) => code === 'site-abandoned');
      expect(said?.message).toContain('index.html, feed.xml, feed.json');
    }
    expect(outputText(host, 'index.html')).toContain('An open brief');
    for (const name of ['index.html', 'feed.xml', 'feed.json']) await host.output.remove(name);
    expect(codesOf(await buildAll(host))).not.toContain('site-abandoned');
  });

  it('say that there is nothing to name yet', async () => {
    const host = siteProject({ one: { ...open, status: 'draft' } });
    const made = await makeIndex(host);
    expect(codesOf(made)).toContain('site-empty');
    expect(outputText(host, 'index.html')).toContain('Nothing has been published yet.');
    expect(outputText(host, 'feed.xml')).toContain('<updated>1970-01-01T00:00:00Z</updated>');
  });
});

describe('the feeds', () => {
  it('keep their ids when words change, and tell when they did', async () => {
    const first = siteProject({ one: open });
    const second = siteProject({ one: { ...open, title: 'Reworded', updated: '2026-03' } });
    await Promise.all([first, second].map((host) => buildAll(host)));
    const [a, b] = [first, second].map((host) => feedOf(host));
    expect(a?.items[0]?.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(b?.items[0]?.id).toBe(a?.items[0]?.id);
    expect(a?.items[0]?.date_modified).toBe('2026-01-05T00:00:00Z');
    expect(b?.items[0]?.date_modified).toBe('2026-03-31T00:00:00Z');
    expect(b?.items[0]?.date_published).toBe('2026-01-05T00:00:00Z');
  });

  it('have absolute addresses, whatever ends the address of the folder', async () => {
    const host = siteProject({ one: open }, { url: 'https://office.example/briefs' });
    await buildAll(host);
    expect(feedOf(host)).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: `${address}feed.json`,
      home_page_url: `${address}index.html`,
      items: [
        {
          url: `${address}one.html`,
          language: 'en-GB',
          tags: ['bridges'],
          attachments: [{ url: `${address}one.md`, mime_type: 'text/markdown' }],
        },
      ],
    });
  });

  it('have an item for each language, under its own title', async () => {
    const host = siteProject({
      one: {
        ...open,
        languages: ['en-GB', 'fr'],
        translations: { fr: { title: 'Une note ouverte', standfirst: 'Pour tous.' } },
      },
    });
    await build(host, { formats: ['html'] });
    const items = feedOf(host).items.map(({ title, url, language }) => [language, title, url]);
    expect(items).toEqual([
      ['en-GB', 'An open brief', `${address}one.html`],
      ['fr', 'Une note ouverte', `${address}one.fr.html`],
    ]);
    expect(outputText(host, 'index.html')).toContain('<a lang="fr" dir="ltr" href="one.fr.html">');
  });
});

function projectWithSite(marks: Labels, portions: (typeof markings)[number]): MemoryHost {
  const files = canaryProject(marks, 'TLP:CLEAR', portions);
  const data = files['data/all.yaml'];
  return projectOf({
    ...files,
    'data/all.yaml': { ...data, publisher: { ...data.publisher, site: { url: address } } },
  });
}

interface Feed {
  readonly items: readonly Readonly<Record<string, string>>[];
}

function feedOf(host: MemoryHost): Feed {
  return JSON.parse(outputText(host, 'feed.json') ?? '') as Feed;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

it('takes the words of the office’s language', async () => {
  const host = siteProject({ one: { ...open, lang: 'en-GB' } }, {}, { ...publisher, lang: 'ar' });
  await buildAll(host);
  expect(outputText(host, 'index.html')).toMatch(/<html lang="ar" dir="rtl">[\s\S]*المنشورات/);
});
