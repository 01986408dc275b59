/** An office whose briefs depend on everything that a brief can depend on, for tests that edit it at random. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { MemoryHost } from '../../src/host/memory-host.ts';
import { minimal, minimalBrief } from './project.ts';

/** Path → text; a font's bytes as `latin1`, so that one edit does for all. */
export type OfficeFiles = Map<string, string>;

const root = join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

const fontFolder = join(dirname(require.resolve('@fontsource/open-sans/package.json')), 'files');
/** Weight → a font, as the office keeps its bytes. */
export const fontOf = (weight: number) =>
  readFileSync(join(fontFolder, `open-sans-latin-${weight}-normal.woff2`), 'latin1');
const style = readFileSync(join(root, 'standards/styles/briefwright-notes.csl'), 'utf8');
const square = (size: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="9" height="9"/></svg>`;

const person = (family: string) => ({ name: { family, given: 'Ada' }, affiliations: ['office'] });
/** A record with a translation of these words of it. */
const inFrench = <T extends object>(record: T, words: object) => ({
  ...record,
  translations: { fr: words },
});
const evidence = (locator: string, source = 'report') => [{ source, locator }];

/** The office as it begins: two briefs that share most of what they are made of, and one that does not. */
export function firstFiles(): OfficeFiles {
  const yaml: Readonly<Record<string, unknown>> = {
    'data/publisher.yaml': {
      publisher: {
        ...minimal.publisher,
        logo: 'look/logo.svg',
        logoAlt: 'A square',
        site: { title: 'All briefs', url: 'https://example.org/briefs/' },
        theme: {
          accent: '#0b5563',
          css: 'look/house.css',
          sans: 'House Sans',
          fonts: [{ family: 'House Sans', file: 'look/house.woff2' }],
        },
        defaults: {
          ...minimal.publisher.defaults,
          citations: 'look/house.csl',
          evidence: true,
          formats: ['md', 'html', 'json'],
        },
        rules: { 'evidence-single-source': 'off' },
        translations: { fr: { name: 'Bureau' } },
      },
    },
    'data/people.yaml': {
      people: { ada: person('Byron'), bea: person('Webb') },
      organisations: {
        office: { name: 'Office of Words', short: 'OW', parent: 'house' },
        house: { name: 'House of Words' },
      },
    },
    'data/sources.yaml': {
      sources: {
        report: { type: 'report', title: 'A report', issued: 2025 },
        memo: { type: 'report', title: 'A memo', issued: 2025, grade: 'B2' },
        study: { type: 'book', title: 'A study', issued: 2024, author: [{ family: 'Webb' }] },
      },
    },
    'data/findings.yaml': {
      findings: {
        'channels-removed': {
          statement: 'Channels were removed.',
          value: 43_000,
          unit: 'channels',
          values: { first: { value: 1, label: 'First' }, second: { value: 2, label: 'Second' } },
          evidence: evidence('p. 3'),
          translations: { fr: { statement: 'Des canaux ont été supprimés.' } },
        },
        other: { statement: 'Mirrors came back.', evidence: evidence('p. 4', 'memo') },
        hidden: { statement: 'Nobody else knows it.', evidence: evidence('p. 6', 'study') },
        unused: { statement: 'Nobody cites this.', evidence: evidence('p. 5') },
      },
      recommendations: {
        watch: inFrench(
          { action: 'Watch the mirrors.', actor: 'The desk' },
          { action: 'Surveiller les miroirs.', actor: 'Le bureau' },
        ),
        ask: { action: 'Ask the platforms.', priority: 'high' },
      },
    },
    'data/takeaways.yaml': {
      takeaways: {
        'output-fell': {
          lead: 'Output fell.',
          body: 'It fell by half [@report, p. 3], as [](#channels-removed) says, and stayed there.',
          findings: ['channels-removed'],
          recommendations: ['watch'],
          tags: ['media'],
          translations: { fr: { lead: 'La production a chuté.', body: 'De moitié.' } },
        },
        'mirrors-return': {
          lead: 'Mirrors return.',
          body: 'They do [@memo; @study].\n\n![A square](look/square.svg)\n',
          findings: ['other', 'hidden'],
          likelihood: 'likely',
          confidence: 'moderate',
          tags: ['media'],
        },
        'media-adapt': { lead: 'Media adapt.', findings: ['other'], tags: ['media', 'late'] },
      },
    },
    'data/parts.yaml': {
      figures: {
        posts: {
          title: 'Posts',
          alt: 'Posts fell.',
          kind: 'bar',
          data: 'series/posts.csv',
          x: 'month',
          y: 'posts',
          columns: { month: 'Month', posts: 'Posts' },
        },
        moves: {
          title: 'Moves',
          alt: 'Two moves.',
          kind: 'table',
          data: [
            { from: 'Here', to: 'There' },
            { from: 'There', to: 'Elsewhere' },
          ],
        },
      },
      quotes: {
        words: inFrench(
          { text: 'It fell.', speaker: { person: 'bea' }, source: 'study', locator: 'p. 1' },
          { text: 'Elle a chuté.' },
        ),
      },
      events: {
        purge: inFrench(
          { date: '2024-11', title: 'The purge', source: 'report' },
          { title: 'La purge' },
        ),
        launch: inFrench({ date: '2024-12', title: 'The launch' }, { title: 'Le lancement' }),
      },
      trends: {
        shift: {
          title: 'A shift',
          direction: 'rising',
          findings: ['other'],
          series: [
            { date: 2024, text: 'It began.' },
            { date: 2025, text: 'It went on.' },
          ],
        },
      },
      glossary: {
        iskp: inFrench(
          { term: 'ISKP', expansion: 'Islamic State Khorasan Province' },
          { term: 'EIPK', expansion: 'État islamique, province du Khorassan' },
        ),
        osint: inFrench(
          { term: 'OSINT', expansion: 'open source intelligence' },
          { term: 'ROSO', expansion: 'renseignement de sources ouvertes' },
        ),
      },
    },
    'data/briefs/one.yaml': {
      ...minimalBrief,
      issued: '2026-01-02',
      authors: ['ada', 'bea'],
      languages: ['en-GB', 'fr'],
      introduction: 'The ISKP is watched [@report].',
      quotes: ['words'],
      events: ['purge', 'launch'],
      glossary: ['iskp', 'osint'],
      keyFigures: [{ finding: 'channels-removed', value: 'second' }],
      translations: { fr: { title: 'Une note', introduction: 'Le groupe ISKP.' } },
    },
    'data/briefs/two.yaml': {
      ...{ ...minimalBrief, title: 'Another brief', issued: '2026-01-03', template: 'house' },
      takeaways: { tag: 'media' },
      trends: ['shift'],
      figures: ['posts'],
      sections: [
        { title: 'How it went', body: 'See [](#posts) and [](#moves).', figures: ['moves'] },
        { title: 'What else', body: 'No more.', findings: ['hidden'] },
      ],
    },
    'data/briefs/three.yaml': {
      ...{ ...minimalBrief, title: 'A third brief', issued: '2025-06', status: 'draft' },
      takeaways: [{ lead: 'It stands alone.', findings: ['unused'] }],
    },
  };
  return new Map([
    ...Object.entries(yaml).map(([path, value]): [string, string] => [path, stringify(value)]),
    ['series/posts.csv', 'month,posts\n2025-01,30\n2025-02,20\n'],
    ['look/logo.svg', square(10)],
    ['look/square.svg', square(20)],
    ['look/house.css', '.brief { letter-spacing: 0.1em; }\n'],
    ['look/house.csl', style],
    ['look/house.woff2', fontOf(400)],
    ['templates/house/brief.md.hbs', shipped('trend-report/brief.md.hbs')],
    ['templates/house/template.yaml', shipped('trend-report/template.yaml')],
  ]);
}

/** The files as a host takes them: fonts as bytes, all else as text. */
export function contentsOf(files: OfficeFiles): Record<string, string | Uint8Array> {
  return Object.fromEntries([...files].map(([path, text]) => [path, bytesOf(path, text)]));
}

/** host, files → the project's files become these, and no others; its cache is left alone. */
export async function putFiles({ project }: MemoryHost, files: OfficeFiles): Promise<void> {
  for (const path of project.all.keys()) {
    if (!path.startsWith('.brief/') && !files.has(path)) await project.remove(path);
  }
  for (const [path, text] of files) await project.write(path, bytesOf(path, text));
}

function bytesOf(path: string, text: string): Uint8Array {
  return Buffer.from(text, path.endsWith('.woff2') ? 'latin1' : 'utf8');
}

function shipped(path: string): string {
  return readFileSync(join(root, 'templates', path), 'utf8');
}
