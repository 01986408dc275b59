/**
 * Which fields hold the office's own words, and as what. Everything that is not named here is
 * somebody else's words or no prose: quotations, titles of sources, names, notes for colleagues.
 */
import type { Kind } from '../../model/schema/kinds.ts';
import type { DataPath } from '../../model/stages.ts';

/** What a stretch of prose is: the rules treat a lead, a heading and a reason each in their way. */
export type Role = 'lead' | 'heading' | 'reason' | 'body';

const takeaway = {
  lead: 'lead',
  body: 'body',
  confidenceReason: 'reason',
  'assumptions.*': 'body',
  'alternatives.*': 'body',
  'indicators.*': 'body',
} as const;

const prose: { readonly [K in Kind]?: Readonly<Record<string, Role>> } = {
  publisher: { boilerplate: 'body', disclaimer: 'body' },
  person: { bio: 'body' },
  source: { provenance: 'body' },
  finding: { statement: 'body', detail: 'body' },
  takeaway,
  trend: { title: 'heading', body: 'body', 'series.*.text': 'body' },
  quote: { lead: 'body' },
  figure: { title: 'heading', alt: 'body', caption: 'body', longDescription: 'body' },
  event: { title: 'heading', detail: 'body' },
  recommendation: { action: 'body' },
  term: { definition: 'body' },
  brief: {
    title: 'heading',
    shortTitle: 'heading',
    subtitle: 'heading',
    standfirst: 'body',
    introduction: 'body',
    ...under('takeaways.*', takeaway),
    'sections.*.title': 'heading',
    'sections.*.body': 'body',
    'keyFigures.*.label': 'body',
    'impacts.lead': 'body',
    'impacts.items.*': 'body',
    conclusion: 'body',
    'gaps.*': 'body',
    'corrections.*.text': 'body',
    disclaimer: 'body',
  },
};

/** Fields whose value is a name, whole or in part. A name's spelling counts; its words are not linted. */
const names: { readonly [K in Kind]?: readonly string[] } = {
  publisher: ['name'],
  person: ['name.given', 'name.family', 'name.literal'],
  organisation: ['name', 'short'],
  source: [
    ...['author', 'editor', 'translator'].flatMap((role) =>
      ['given', 'family', 'literal'].map((part) => `${role}.*.${part}`),
    ),
    'container-title',
    'publisher',
    'publisher-place',
    'translatedBy',
  ],
  finding: ['places.*', 'actors.*'],
  quote: ['speaker.name', 'place', 'outlet'],
  recommendation: ['actor'],
  term: ['term'],
  brief: ['appearedIn.outlet'],
};

/** Kind of record and path of a field → its role, or undefined where it is not our prose. */
export function roleOf(kind: Kind, path: DataPath): Role | undefined {
  return prose[kind]?.[pattern(path)];
}

/** True where a field is a name or a part of one. */
export function isName(kind: Kind, path: DataPath): boolean {
  return names[kind]?.includes(pattern(path)) === true;
}

/** `['takeaways', 0, 'lead']` → `takeaways.*.lead`. */
function pattern(path: DataPath): string {
  const [first] = path;
  if (path.length === 1 && typeof first === 'string') return first;
  return path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
}

function under(prefix: string, roles: Readonly<Record<string, Role>>): Record<string, Role> {
  return Object.fromEntries(Object.entries(roles).map(([key, role]) => [`${prefix}.${key}`, role]));
}
