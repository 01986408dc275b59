/**
 * Projects to measure with: as many four-page briefs as wanted, each with findings of its own, and
 * sources that they share. The same number gives the same bytes.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { createWords, type Words } from './words.ts';

/** Changing this finding changes exactly three briefs of a project with at least three. */
export const sharedFinding = 'shared-finding';

const takeawaysPerBrief = 5;
const usualFindingsPerTakeaway = 2;
const sourcesPerProject = 20;
const briefsWithSharedFinding = 3;

/** folder, number of briefs → a project in the folder; what was there is removed. */
export function writeCorpus(
  folder: string,
  briefs: number,
  findingsPerTakeaway = usualFindingsPerTakeaway,
): void {
  rmSync(folder, { recursive: true, force: true });
  const words = createWords(7);
  const write = (path: string, value: unknown) => writeText(join(folder, path), stringify(value));
  write('data/publisher.yaml', { publisher });
  write('data/people.yaml', { people: { 'bench-desk': { name: { literal: 'Bench Desk' } } } });
  write('data/sources.yaml', { sources: sources(words) });
  write('data/findings/shared.yaml', {
    findings: { [sharedFinding]: finding(words, 0) },
  });
  for (let number = 1; number <= briefs; number += 1) {
    const id = `brief-${String(number).padStart(4, '0')}`;
    write(`data/findings/${id}.yaml`, { findings: findings(id, words, findingsPerTakeaway) });
    write(`data/takeaways/${id}.yaml`, {
      takeaways: takeaways(id, words, {
        findingsPerTakeaway,
        isSharing: number <= briefsWithSharedFinding,
      }),
    });
    write(`data/briefs/${id}.yaml`, brief(id, words));
  }
}

/** folder → a project as large offices have: 200 briefs that draw on 25 findings each, 5,001 in all. */
export function writeBusyProject(folder: string): void {
  writeCorpus(folder, 200, 5);
}

/** folder → a project with one brief and 20,000 findings in 200 files, 10 MB of YAML. */
export function writeLargeData(folder: string, files = 200, findingsPerFile = 100): void {
  writeCorpus(folder, 1);
  const words = createWords(11);
  for (let file = 0; file < files; file += 1) {
    const records = Array.from({ length: findingsPerFile }, (_, index) => [
      `large-${file}-${index}`,
      { ...finding(words, index), detail: words.sentences(3) },
    ]);
    const name = `data/findings/large-${String(file).padStart(3, '0')}.yaml`;
    writeText(join(folder, name), stringify({ findings: Object.fromEntries(records) }));
  }
}

const publisher = {
  name: 'Bench Office',
  lang: 'en-GB',
  theme: { paper: 'A4' },
  defaults: { marking: 'TLP:CLEAR', formats: ['md', 'html', 'pdf'] },
};

const sourceId = (index: number) => `source-${(index % sourcesPerProject) + 1}`;

function sources(words: Words) {
  const one = (_: unknown, index: number) => [
    sourceId(index),
    {
      type: 'report',
      title: words.title(),
      author: [{ given: words.name(), family: words.name() }],
      publisher: `${words.name()} Institute ${index % 7}`,
      issued: `202${index % 6}-0${(index % 9) + 1}`,
      language: 'en',
      grade: 'B2',
    },
  ];
  return Object.fromEntries(Array.from({ length: sourcesPerProject }, one));
}

function finding(words: Words, index: number) {
  return {
    statement: words.sentence(),
    evidence: [
      { source: sourceId(index), locator: `p. ${index + 1}` },
      { source: sourceId(index + 1), locator: `p. ${index + 2}` },
    ],
    value: words.number(900) + 10,
    unit: 'posts',
    observed: 2025,
    kind: 'state',
    confidence: 'moderate',
    asOf: '2026-06',
  };
}

function findings(id: string, words: Words, findingsPerTakeaway: number) {
  const count = takeawaysPerBrief * findingsPerTakeaway;
  const records = Array.from({ length: count }, (_, index) => [
    `${id}-finding-${index + 1}`,
    finding(words, index),
  ]);
  return Object.fromEntries(records);
}

function takeaways(
  id: string,
  words: Words,
  { findingsPerTakeaway, isSharing }: { findingsPerTakeaway: number; isSharing: boolean },
) {
  const one = (_: unknown, index: number) => {
    const own = Array.from(
      { length: findingsPerTakeaway },
      (_, at) => `${id}-finding-${index * findingsPerTakeaway + at + 1}`,
    );
    const shared = isSharing && index === 0 ? [sharedFinding] : [];
    const body = [
      `${words.sentences(3)} [@${sourceId(index)}, p. ${index + 3}]`,
      `${words.sentences(2)} In all, [](#${own[0]}) were counted [@${sourceId(index + 4)}, p. 2].`,
      ...shared.map((name) => `Elsewhere [](#${name}) were counted.`),
    ];
    const lead = words.sentence();
    return [
      `${id}-takeaway-${index + 1}`,
      { lead, body: body.join('\n\n'), findings: [...own, ...shared], confidence: 'moderate' },
    ];
  };
  return Object.fromEntries(Array.from({ length: takeawaysPerBrief }, one));
}

function brief(id: string, words: Words) {
  return {
    template: 'strategic-takeaways',
    title: words.title(),
    issued: '2026-10-01',
    authors: ['bench-desk'],
    status: 'final',
    takeaways: Array.from(
      { length: takeawaysPerBrief },
      (_, index) => `${id}-takeaway-${index + 1}`,
    ),
    sections: Array.from({ length: 3 }, (_, index) => ({
      title: words.title(),
      body: [
        `${words.sentences(4)} [@${sourceId(index + 2)}, p. 5]`,
        `- ${words.sentence()}\n- ${words.sentence()}\n- ${words.sentence()}`,
        `${words.sentences(4)} [@${sourceId(index + 6)}, p. 9]`,
      ].join('\n\n'),
    })),
  };
}

function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
