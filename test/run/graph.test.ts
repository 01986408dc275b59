import { describe, expect, it } from 'vitest';
import { readProject } from '../../src/read-project.ts';
import { coverageOf } from '../../src/run/graph/coverage.ts';
import { findRecord } from '../../src/run/graph/find-record.ts';
import { staleRecords } from '../../src/run/graph/stale.ts';
import { trace } from '../../src/run/graph/trace.ts';
import { whereUsed } from '../../src/run/graph/where-used.ts';
import {
  briefProject,
  buildOne,
  errorsOf,
  minimalBrief,
  projectOf,
  textOf,
} from '../support/project.ts';

const sources = {
  report: { type: 'report', title: 'A report', publisher: 'Press', grade: 'B2' },
  article: { type: 'article', title: 'An article', publisher: 'Press', grade: 'F6' },
  dissent: { type: 'article', title: 'A dissent', publisher: 'Other', grade: 'C3' },
};
const findings = {
  'channels-removed': {
    statement: 'Channels were removed.',
    evidence: [{ source: 'report', locator: 'p. 3', quote: 'removed' }],
    reviewBy: '2026-06-30',
  },
  'output-low': {
    statement: 'Output is low.',
    kind: 'count',
    asOf: '2026-01-01',
    evidence: [
      { source: 'article', locator: 'p. 4' },
      { source: 'dissent', locator: 'p. 5', stance: 'contradicts' },
    ],
  },
};
const takeaways = {
  'output-fell': { lead: 'Output fell.', findings: ['channels-removed', 'output-low'] },
  'one-source': {
    lead: 'It rests on one.',
    body: 'See [@article, p. 4].',
    findings: ['output-low'],
  },
};
const publisher = {
  name: 'Office',
  lang: 'en-GB',
  defaults: { marking: 'TLP:CLEAR' },
  halfLives: { count: 90, default: 3650 },
};
const data = { publisher, sources, findings, takeaways };
const brief = { takeaways: ['output-fell', 'one-source'] };

async function project(change: Readonly<Record<string, unknown>> = {}) {
  const { value, diagnostics } = await readProject(briefProject(brief, { ...data, ...change }));
  const record = (id: string) => {
    const entry = findRecord(value.resolved.records, id);
    if (entry === undefined) throw new Error(`no record ${id}`);
    return entry;
  };
  return { ...value, diagnostics, record };
}

describe('trace', () => {
  it('goes down to source, locator and quoted words', async () => {
    const { resolved, record } = await project();
    expect(trace(resolved, record('output-fell'))).toMatchObject({
      ref: 'takeaway/output-fell',
      children: [
        {
          ref: 'finding/channels-removed',
          children: [{ ref: 'source/report', locator: 'p. 3', quote: 'removed' }],
        },
        {
          ref: 'finding/output-low',
          children: [{ ref: 'source/article' }, { stance: 'contradicts', grade: 'C3' }],
        },
      ],
    });
  });
});

describe('where-used', () => {
  it('goes up to every brief, by fields and by citations', async () => {
    const { resolved, record } = await project();
    const reach = whereUsed(resolved, record('article'));
    expect(reach.briefs).toEqual(['one']);
    expect(reach.uses.map(({ ref, distance }) => [ref, distance])).toEqual([
      ['finding/output-low', 1],
      ['takeaway/one-source', 1],
      ['takeaway/output-fell', 2],
      ['brief/one', 2],
    ]);
    const citing = reach.uses.find(({ ref }) => ref === 'takeaway/one-source');
    expect(citing?.places[0]?.via).toBe('citation');
    expect(citing?.places[0]?.at).toMatch(/^data\/all\.yaml:\d+:\d+$/);
  });
});

describe('evidence against a finding', () => {
  const unmentioned = async (takeaway: Readonly<Record<string, unknown>>) => {
    const own = { ...takeaways['one-source'], ...takeaway };
    const { diagnostics } = await project({ takeaways: { ...takeaways, 'one-source': own } });
    const found = diagnostics.filter(
      ({ code, message }) =>
        code === 'evidence-contradiction-unmentioned' && message.includes('one-source'),
    );
    return found.length;
  };

  it('is mentioned by a citation in the words of the takeaway', async () => {
    expect(await unmentioned({})).toBe(1);
    expect(await unmentioned({ body: 'One disagrees [@dissent, p. 5].' })).toBe(0);
  });

  it('is not mentioned by a translation alone, nor made unmentioned by one', async () => {
    const french = { fr: { lead: 'Un seul.', body: 'Un avis contraire [@dissent, p. 5].' } };
    expect(await unmentioned({ translations: french })).toBe(1);
    const silent = { fr: { lead: 'Un seul.', body: 'Rien.' } };
    expect(await unmentioned({ body: 'See [@dissent, p. 5].', translations: silent })).toBe(0);
  });
});

describe('coverage', () => {
  it('counts what each takeaway rests on, and names its holes', async () => {
    const { resolved, diagnostics } = await project();
    const entry = resolved.records.brief.get('one');
    if (entry === undefined) throw new Error('no brief');
    const { rows, matrix } = coverageOf(resolved, entry, diagnostics);
    expect(
      rows.map(({ takeaway, findings: count, sources: of, publishers, contradictions }) => [
        takeaway,
        count,
        of,
        publishers,
        contradictions,
      ]),
    ).toEqual([
      ['output-fell', 2, 2, 1, 1],
      ['one-source', 1, 1, 1, 1],
    ]);
    expect(rows[0]?.holes).toEqual([
      'evidence-contradiction-unmentioned',
      'evidence-single-publisher',
    ]);
    expect(rows[1]?.holes).toEqual([
      'evidence-contradiction-unmentioned',
      'evidence-ungraded',
      'evidence-single-source',
    ]);
    expect(matrix).toContainEqual({ source: 'dissent', counts: [1, 1] });
  });
});

describe('stale', () => {
  it('finds overdue reviews and half-lives, and what rests on them', async () => {
    const { resolved } = await project();
    expect(staleRecords(resolved, '2026-04-01')).toEqual([]);
    expect(
      staleRecords(resolved, '2026-04-02').map(({ ref, since, reason }) => [ref, since, reason]),
    ).toEqual([
      ['finding/output-low', '2026-04-01', 'half-life'],
      ['takeaway/one-source', '2026-04-01', 'finding'],
      ['takeaway/output-fell', '2026-04-01', 'finding'],
    ]);
    const later = staleRecords(resolved, '2026-07-01').map(({ ref }) => ref);
    expect(later).toContain('finding/channels-removed');
    expect(later.indexOf('finding/output-low')).toBeLessThan(later.indexOf('takeaway/output-fell'));
  });

  it('stamps the takeaway in the brief, or refuses to build it', async () => {
    const stamped = await buildOne(briefProject(brief, data), {
      formats: ['md'],
      asOf: '2026-07-01',
    });
    expect(textOf(stamped.built, 'md')).toContain('Due for review since 1 April 2026.');
    const own = await buildOne(briefProject(brief, data), { formats: ['md'] });
    expect(textOf(own.built, 'md')).not.toContain('Due for review');
    const strict = { ...publisher, defaults: { ...publisher.defaults, stale: 'refuse' } };
    const refused = await buildOne(briefProject(brief, { ...data, publisher: strict }), {
      formats: ['md'],
      asOf: '2026-07-01',
    });
    expect(errorsOf(refused.diagnostics)).toContain('takeaway-stale');
  });
});

describe('the rules about evidence', () => {
  it('are silent about a takeaway that two publishers carry and that speaks of the dissent', async () => {
    const better = {
      ...findings,
      'channels-removed': {
        statement: 'x',
        evidence: [
          { source: 'report', locator: 'p. 3' },
          { source: 'dissent', locator: 'p. 1' },
        ],
      },
    };
    const answering = {
      'output-fell': { ...takeaways['output-fell'], body: 'One voice disagrees [@dissent, p. 5].' },
      'one-source': { ...takeaways['output-fell'], alternatives: ['The count is wrong.'] },
    };
    const { diagnostics } = await project({ findings: better, takeaways: answering });
    expect(diagnostics.filter(({ code }) => code.startsWith('evidence-'))).toEqual([]);
  });

  it('can be weighed by the office and silenced at the place, which is counted', async () => {
    const weighed = {
      ...publisher,
      rules: { 'evidence-single-source': 'error', 'evidence-ungraded': 'off' },
    };
    const silenced = {
      ...takeaways,
      'output-fell': {
        ...takeaways['output-fell'],
        silence: { 'evidence-single-publisher': 'The press is the record.' },
      },
    };
    const { diagnostics, silenced: hushed } = await project({
      publisher: weighed,
      takeaways: silenced,
    });
    expect(errorsOf(diagnostics)).toEqual(['evidence-single-source']);
    expect(diagnostics.map(({ code }) => code)).not.toContain('evidence-ungraded');
    expect(diagnostics.map(({ code }) => code)).not.toContain('evidence-single-publisher');
    expect(hushed.map(({ diagnostic, reason }) => [diagnostic.code, reason])).toEqual([
      ['evidence-single-publisher', 'The press is the record.'],
    ]);
  });

  it('miss a locator, words that are not in the archived copy, and a copy that was changed', async () => {
    const evidence = [
      { source: 'report', locator: 'p. 1', quote: 'were “removed” … in May' },
      { source: 'report', locator: 'p. 2', quote: 'were never there' },
      { source: 'article' },
    ];
    const host = projectOf({
      'data/all.yaml': {
        ...data,
        sources: {
          ...sources,
          report: { ...sources.report, archivedCopy: 'data/copy.txt', sha256: '0'.repeat(64) },
        },
        findings: { ...findings, 'channels-removed': { statement: 'x', evidence } },
      },
      'data/copy.txt': 'Channels were "removed"\n  by the company in May.',
      'data/briefs/one.yaml': { ...minimalBrief, ...brief },
    });
    const { diagnostics } = await readProject(host);
    const found = diagnostics.filter(({ code }) => /locator|quote|copy/.test(code));
    expect(found.map(({ code, path }) => [code, path])).toEqual([
      ['evidence-copy-changed', 'sources.report.sha256'],
      ['evidence-quote-missing', 'findings.channels-removed.evidence[1].quote'],
      ['evidence-locator-missing', 'findings.channels-removed.evidence[2].source'],
    ]);
  });
});
