/**
 * What an office does to its files between two runs, mistakes included. An edit is plain data, so that
 * whoever finds a bad series of them can print it, shorten it and run it again.
 */

import { parse, stringify } from 'yaml';
import { fc } from './property.ts';
import { fontOf, type OfficeFiles } from './restless-office.ts';

/** What an office does to its files. `at` and `by` choose where and what, each between 0 and 1. */
export interface Edit {
  readonly kind: keyof typeof editors;
  readonly path: number;
  readonly at: number;
  readonly by: number;
}

/** files, edit → nothing; the files are edited in place. */
export function applyEdit(files: OfficeFiles, { kind, path, at, by }: Edit): void {
  editors[kind](files, path, at, by);
}

/** Any edit: inside the data most of the time, as in an office. */
export function anyEdit(): fc.Arbitrary<Edit> {
  const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  return fc.record({
    kind: fc.constantFrom(...kinds),
    path: share,
    at: share,
    by: share,
  });
}

type Editor = (files: OfficeFiles, path: number, at: number, by: number) => void;

/** A list, a share of it → the item that lies there. */
function pick<T>(items: readonly T[], share: number): T | undefined {
  return items[Math.floor(share * items.length)];
}

type Node = Record<string | number, unknown>;

/** One place in a data file: what holds it, and its key there. */
interface Spot {
  readonly holder: Node;
  readonly key: string;
  readonly trail: readonly string[];
}

function spotsIn(value: unknown, trail: readonly string[] = []): Spot[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Node;
  return Object.keys(holder).flatMap((key) => {
    const here = [...trail, key];
    return [{ holder, key, trail: here }, ...spotsIn(holder[key], here)];
  });
}

const dataPaths = (files: OfficeFiles) =>
  [...files.keys()].filter((path) => /^data\/.*\.yaml$/.test(path) && !path.includes('/editions/'));

/** What lies under a key, made where there is nothing. */
function within(holder: Node, key: string): Node {
  const found = holder[key] ?? {};
  holder[key] = found;
  return found as Node;
}

/** Edits one place in a data file that can be read. */
function inData(change: (spot: Spot, all: readonly Spot[], by: number) => void): Editor {
  return (files, path, at, by) => {
    const file = pick(dataPaths(files), path);
    if (file === undefined) return;
    const data = readYaml(files.get(file));
    const spots = spotsIn(data);
    const spot = pick(spots, at);
    if (spot === undefined) return;
    change(spot, spots, by);
    files.set(file, stringify(compacted(data)));
  };
}

function readYaml(text: string | undefined): unknown {
  try {
    return parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** Holes that a deletion left in lists are closed. */
function compacted(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(compacted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, compacted(child)]));
}

const markings = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'];
const words = ['Mirrors came back.', 'The ISKP fell.', 'media', 'A *new* text', '2025', 'likely'];

const otherFiles = (files: OfficeFiles) =>
  [...files.keys()].filter((path) => !path.startsWith('data/'));

/** What ships with the tool and may be replaced by a project, and what may be said in its place. */
const overrides: readonly (readonly [string, string])[] = [
  ['templates/shared/partials/masthead.md.hbs', 'Our own masthead.\n\n'],
  ['templates/shared/partials/masthead.md.hbs', 'Their own masthead.\n\n'],
  ['templates/shared/screen.css', 'body { color: #123456; }\n'],
  ['templates/strategic-takeaways/brief.md.hbs', '# {{title}}\n\n{{standfirst}}\n'],
  ['templates/strategic-takeaways/screen.css', 'h1 { color: #123456; }\n'],
  ['templates/strategic-takeaways/partials/masthead.md.hbs', 'A masthead of this template.\n\n'],
  ['templates/house/partials/masthead.md.hbs', 'A masthead of the house.\n\n'],
];

const leaves = (spots: readonly Spot[]) =>
  spots.filter(({ holder, key }) => typeof holder[key] !== 'object');

const editors = {
  /** A word is replaced by one that stands under the same name elsewhere. */
  borrow: inData(({ holder, key }, all, by) => {
    const same = leaves(all).filter((one) => one.key === key);
    const other = pick(same, by);
    if (other !== undefined) holder[key] = other.holder[other.key];
  }),
  word: inData(({ holder, key }, _, by) => {
    if (typeof holder[key] === 'string') holder[key] = pick(words, by);
    else if (typeof holder[key] === 'number') holder[key] = Math.floor(by * 9000);
  }),
  append: inData(({ holder, key }) => {
    if (typeof holder[key] === 'string') holder[key] = `${holder[key]} And more.`;
  }),
  remove: inData(({ holder, key }) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  }),
  /** Two neighbours change places. */
  swap: inData(({ holder, key }, _, by) => {
    if (Array.isArray(holder)) {
      const [item] = holder.splice(Number(key), 1);
      holder.splice(Math.floor(by * (holder.length + 1)), 0, item);
      return;
    }
    const entries = Object.entries(holder);
    const from = entries.findIndex(([name]) => name === key);
    const [entry] = entries.splice(from, 1);
    if (entry !== undefined) entries.splice(Math.floor(by * (entries.length + 1)), 0, entry);
    for (const name of Object.keys(holder)) delete holder[name];
    Object.assign(holder, Object.fromEntries(entries));
  }),
  twice: inData(({ holder, key }) => {
    if (Array.isArray(holder)) holder.push(holder[Number(key)]);
    else if (typeof holder[key] === 'object') holder[`${key}-twice`] = holder[key];
  }),
  mark: inData(({ holder, trail }, all, by) => {
    const records = all.filter((one) => one.trail.length === 2 && one.holder[one.key] !== null);
    const record = records.find((one) => one.key === trail[1]);
    const target = record?.holder[record.key] ?? holder;
    if (typeof target !== 'object' || target === null || Array.isArray(target)) return;
    (target as Node).marking = pick(markings, by);
  }),
  translate: inData(({ holder, key }, _, by) => {
    if (Array.isArray(holder) || typeof holder[key] !== 'string') return;
    const lang = pick(['fr', 'ar', 'de'], by) ?? 'fr';
    const translations = within(holder, 'translations');
    translations[lang] = { ...within(translations, lang), [key]: `${lang}: ${holder[key]}` };
  }),
  silence: inData(({ trail }, all, by) => {
    const record = all.find((one) => one.trail.length === 2 && one.key === trail[1]);
    const target = record?.holder[record.key];
    if (typeof target !== 'object' || target === null) return;
    const code = pick(['acronym-unknown', 'record-unused', 'hedge-unscaled', 'lead-long'], by);
    (target as Node).silence = { [code ?? '']: 'It is known.' };
  }),
  publisher: (files, _path, at, by) => {
    const data = readYaml(files.get('data/publisher.yaml')) as { publisher?: Node } | undefined;
    if (data?.publisher === undefined) return;
    const [path, values] = pick(settings, at) ?? settings[0];
    let holder = data.publisher;
    for (const step of path.slice(0, -1)) holder = within(holder, step);
    const [last] = path.slice(-1);
    if (last !== undefined) holder[last] = pick(values, by);
    files.set('data/publisher.yaml', stringify(data));
  },
  brief: (files, path, at, by) => {
    const names = dataPaths(files).filter((name) => name.startsWith('data/briefs/'));
    const name = pick(names, path);
    const data = readYaml(files.get(name ?? '')) as Node | undefined;
    const [key, values] = pick(briefSettings, at) ?? briefSettings[0];
    if (name === undefined || typeof data !== 'object' || data === null) return;
    data[key] = pick(values, by);
    if (data[key] === undefined) delete data[key];
    files.set(name, stringify(data));
  },
  /** A record goes into another file. */
  move: (files, path, at, by) => {
    const [from, to] = [pick(dataPaths(files), path), pick(dataPaths(files), by)];
    const isBrief = (name = '') => name.startsWith('data/briefs/');
    if (from === undefined || to === undefined || from === to || isBrief(from) || isBrief(to))
      return;
    const [here, there] = [readYaml(files.get(from)), readYaml(files.get(to))];
    if (typeof here !== 'object' || typeof there !== 'object' || !here || !there) return;
    const spot = pick(
      spotsIn(here).filter(({ trail }) => trail.length === 2),
      at,
    );
    const [collection = ''] = spot?.trail ?? [];
    if (spot === undefined || collection === 'publisher') return;
    const target = within(there as Node, collection);
    target[spot.key] = spot.holder[spot.key];
    delete spot.holder[spot.key];
    if (Object.keys(spot.holder).length === 0) delete (here as Node)[collection];
    files.set(to, stringify(there));
    if (Object.keys(here).length === 0) files.delete(from);
    else files.set(from, stringify(here));
  },
  rename: (files, path, at) => {
    const from = pick([...files.keys()], path) ?? '';
    const to = from.replace(/([^/]*)(\.\w+)$/, `${at < 0.5 ? '0-$1' : '$1-new'}$2`);
    const text = files.get(from);
    if (text === undefined || files.has(to)) return;
    files.delete(from);
    files.set(to, text);
  },
  note: (files, path) => {
    const name = pick(dataPaths(files), path) ?? '';
    files.set(name, `# A note.\n${files.get(name)}`);
  },
  delete: (files, path) => {
    const name = pick([...files.keys()], path);
    if (name !== undefined && name !== 'data/publisher.yaml') files.delete(name);
  },
  copy: (files, path, at) => {
    const [from, to] = [pick(otherFiles(files), path), pick(otherFiles(files), at)];
    if (from !== undefined && to !== undefined) files.set(to, files.get(from) ?? '');
  },
  /** Other contents of the same length. */
  exchange: (files, path, at) => {
    const name = pick(otherFiles(files), path) ?? '';
    const text = files.get(name) ?? '';
    const from = Math.floor(at * text.length);
    const offset = text.slice(from).search(/[0-9a-f]/);
    if (offset === -1) return;
    const place = from + offset;
    const now = text[place] === '1' ? '2' : '1';
    files.set(name, text.slice(0, place) + now + text.slice(place + 1));
  },
  series: (files, _path, at, by) => {
    files.set(
      'series/posts.csv',
      `month,posts\n2025-01,${Math.floor(at * 90)}\n2025-02,${Math.floor(by * 90)}\n`,
    );
  },
  font: (files, _path, at) => {
    files.set('look/house.woff2', fontOf(at < 0.5 ? 400 : 700));
  },
  override: (files, _path, at) => {
    const [name = '', text = ''] = pick(overrides, at) ?? [];
    files.set(name, text);
  },
  revoke: (files, _path, at) => {
    const own = otherFiles(files).filter((name) => name.startsWith('templates/'));
    const name = pick(own, at);
    if (name !== undefined) files.delete(name);
  },
  another: (files, path) => {
    const name = pick(
      dataPaths(files).filter((one) => one.startsWith('data/briefs/')),
      path,
    );
    if (name !== undefined) files.set('data/briefs/another.yaml', files.get(name) ?? '');
  },
  damage: (files, path, at) => {
    const name = pick(dataPaths(files), path) ?? '';
    const text = files.get(name) ?? '';
    files.set(name, text.slice(0, Math.floor(at * text.length)));
  },
} as const satisfies Record<string, Editor>;

const kinds = Object.keys(editors) as (keyof typeof editors)[];

const settings: readonly [
  readonly [readonly string[], readonly unknown[]],
  ...(readonly (readonly [readonly string[], readonly unknown[]])[]),
] = [
  [['site'], [undefined, { title: 'All' }, { internal: true, url: 'https://example.org/b/' }]],
  [
    ['theme', 'accent'],
    ['#0b5563', '#aa2200', undefined],
  ],
  [
    ['theme', 'paper'],
    ['A4', 'Letter', undefined],
  ],
  [
    ['theme', 'css'],
    ['look/house.css', undefined, 'look/none.css'],
  ],
  [
    ['theme', 'sans'],
    ['House Sans', 'Open Sans', undefined],
  ],
  [
    ['theme', 'density'],
    ['compact', undefined],
  ],
  [
    ['defaults', 'citations'],
    ['look/house.csl', 'notes', 'author-date', undefined],
  ],
  [['defaults', 'marking'], markings],
  [
    ['defaults', 'scale'],
    ['phia', 'icd203', 'ipcc'],
  ],
  [
    ['defaults', 'evidence'],
    [true, false],
  ],
  [
    ['defaults', 'withoutEvidence'],
    ['drop', 'keep'],
  ],
  [
    ['defaults', 'stale'],
    ['stamp', 'refuse'],
  ],
  [
    ['defaults', 'wordsPerMinute'],
    [100, 200, undefined],
  ],
  [
    ['defaults', 'formats'],
    [['md'], ['md', 'html', 'json'], ['md', 'csv', 'stix', 'html']],
  ],
  [['halfLives'], [{ default: 30 }, { default: 3000 }, undefined]],
  [['rules'], [{ 'acronym-unknown': 'off' }, { 'acronym-unknown': 'error' }, undefined]],
  [['lang'], ['en-GB', 'en-US', 'fr']],
  [['sample'], ['A sample', undefined]],
  [['logo'], ['look/logo.svg', 'look/square.svg', undefined]],
];

const briefSettings: readonly [
  readonly [string, readonly unknown[]],
  ...(readonly (readonly [string, readonly unknown[]])[]),
] = [
  ['template', ['house', 'strategic-takeaways', 'commentary', 'none']],
  ['languages', [['en-GB', 'fr'], ['fr'], ['en-GB', 'fr', 'ar'], undefined]],
  ['status', ['draft', 'review', 'final', 'withdrawn']],
  ['marking', [...markings, undefined]],
  ['portions', [...markings, undefined]],
  ['issued', ['2026-01-02', '2025-11', '2024']],
  ['lang', ['fr', 'en-GB', undefined]],
  ['formats', [['md'], ['html', 'json'], undefined]],
  ['evidence', [true, false, undefined]],
  ['takeaways', [{ tag: 'media' }, { tag: 'late' }, ['output-fell'], ['mirrors-return']]],
  ['glossary', [['iskp'], ['osint', 'iskp'], undefined]],
];
