/** A comparison for people: as text for a terminal, as Markdown, as a redline page. */
import type { Comparison, Redline } from './diff.ts';

/** How text is marked in one medium. */
interface Marks {
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly plain: (text: string) => string;
}

/** What a part of a subject is called, where a change is of that part. */
const parts: Readonly<Partial<Record<Redline['subject'], string>>> = {
  brief: 'section',
  figure: 'row',
};

/** What a change is called. */
function nameOf({ subject: kind, what, field, lang }: Redline): string {
  const subject = kind === 'key-figure' ? 'key figure' : kind;
  const part = field === undefined ? undefined : parts[kind];
  if (part !== undefined && what === 'new') return `new ${part} (${field})`;
  if (part !== undefined && what === 'dropped' && field !== 'corrections')
    return `${part} dropped (${field})`;
  if (field === 'corrections') return what === 'corrected' ? 'correction' : 'correction dropped';
  const place = [field, lang].filter((part) => part !== undefined).join(', ');
  const names = {
    new: `new ${subject}`,
    dropped: `${subject} dropped`,
    reworded: `${subject} reworded${place === '' ? '' : ` (${place})`}`,
    likelihood: 'likelihood moved',
    confidence: 'confidence moved',
    value: `value changed${field === undefined || field === 'value' ? '' : ` (${field})`}`,
    'source-added': 'source added',
    'source-removed': 'source removed',
    retracted: `${subject} retracted`,
    corrected: `${subject} corrected`,
    changed: `${subject} changed (${place})`,
  } as const;
  return names[what];
}

function detailOf(change: Redline, marks: Marks): string | undefined {
  if (change.words !== undefined) {
    return change.words
      .map(({ text, kind }) => (kind === 'same' ? marks.plain(text) : marks[kind](text)))
      .join('');
  }
  const { from, to } = change;
  if (from && to) return `${marks.removed(from)} → ${marks.added(to)}`;
  // What was empty had no words to take out.
  if (to) return marks.added(to);
  return from ? marks.removed(from) : undefined;
}

function countOf(changes: number): string {
  if (changes === 0) return 'no changes';
  return changes === 1 ? '1 change' : `${changes} changes`;
}

/** comparison → lines for a terminal; `marks` colours them where there are colours. */
export function diffAsText(comparison: Comparison, marks: Partial<Marks> = {}): string[] {
  const same = (text: string) => text;
  const all: Marks = {
    added: (text) => `{+${text}+}`,
    removed: (text) => `[-${text}-]`,
    strong: same,
    plain: same,
    ...marks,
  };
  const { brief, from, to, changes } = comparison;
  const head = `${brief}: ${from} → ${to}, ${countOf(changes.length)}`;
  const lines = changes.flatMap((change) => {
    const detail = detailOf(change, all);
    const first = `${all.strong(nameOf(change))}  ${change.id}: ${change.label}`;
    return detail === undefined ? [first] : [first, `    ${detail}`];
  });
  return [head, ...lines];
}

/** comparison → Markdown. */
export function diffAsMarkdown({ brief, from, to, changes }: Comparison): string {
  const escapeMarkdown = (text: string) => text.replace(/([\\`*_[\]<>~|])/g, '\\$1');
  const marks: Marks = {
    added: (text) => wrap(text, '**', escapeMarkdown),
    removed: (text) => wrap(text, '~~', escapeMarkdown),
    strong: (text) => `**${text}**`,
    plain: escapeMarkdown,
  };
  const items = changes.map((change) => {
    const detail = detailOf(change, marks);
    const head = `- **${escapeMarkdown(nameOf(change))}** (${change.id}): ${escapeMarkdown(change.label)}`;
    return detail === undefined ? head : `${head}\n\n  ${detail}\n`;
  });
  const title = `# What changed in ${brief}: ${from} → ${to}`;
  return `${[title, '', ...(items.length === 0 ? ['Nothing changed.'] : items)].join('\n').trimEnd()}\n`;
}

/** Marks must touch the words, not the blanks around them. */
function wrap(text: string, mark: string, escapeMarkdown: (text: string) => string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return inner === '' ? text : `${before}${mark}${escapeMarkdown(inner)}${mark}${after}`;
}

/** comparison → a page with insertions and deletions marked; no script, nothing loaded. */
export function diffAsHtml({ brief, from, to, changes }: Comparison): string {
  const escapeHtml = (text: string) =>
    text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  const marks: Marks = {
    added: (text) => `<ins>${escapeHtml(text)}</ins>`,
    removed: (text) => `<del>${escapeHtml(text)}</del>`,
    strong: (text) => `<strong>${text}</strong>`,
    plain: escapeHtml,
  };
  const items = changes.map((change) => {
    const detail = detailOf(change, marks);
    const body = detail === undefined ? '' : `\n<p class="detail">${detail}</p>`;
    return `<li>\n<h2>${escapeHtml(nameOf(change))}</h2>\n<p class="label">${escapeHtml(change.label)} <code>${escapeHtml(change.id)}</code></p>${body}\n</li>`;
  });
  const title = `What changed in ${escapeHtml(brief)}: ${from} → ${to}`;
  const list = items.length === 0 ? '<p>Nothing changed.</p>' : `<ol>\n${items.join('\n')}\n</ol>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
body { font: 1rem/1.55 Georgia, "Source Serif 4", serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.2; }
h2 { font: 600 0.8rem/1.4 system-ui, sans-serif; margin: 0; }
ol { list-style: none; padding: 0; }
li { border-block-start: 1px solid color-mix(in srgb, currentcolor 25%, transparent); padding-block: 0.75rem; }
p { margin: 0.25rem 0; overflow-wrap: anywhere; }
.label { font-weight: 600; }
code { font-size: 0.8rem; font-weight: 400; }
ins { background: color-mix(in srgb, #1a7f37 22%, transparent); text-decoration: underline; }
del { background: color-mix(in srgb, #cf222e 18%, transparent); }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${list}
</main>
</body>
</html>
`;
}
