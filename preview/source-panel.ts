/** Where the passage that a reader points at was written, and what it rests on. */
import type { EvidenceView, SourceView } from '../src/run/preview/messages.ts';
import { type Choice, queryOf } from './choice.ts';
import { element, part } from './elements.ts';
import type { Passage } from './passages.ts';
import { placeLink } from './problem-list.ts';

/** Asks the server for a passage's source and shows it; a later question makes this one void. */
export async function showSource(
  choice: Choice,
  passage: Passage | undefined,
  signal: AbortSignal,
): Promise<void> {
  const source = passage === undefined ? undefined : await ask(choice, passage, signal);
  if (signal.aborted) return;
  part('source', HTMLElement).replaceChildren(
    ...(source === undefined ? [unknown()] : parts(source)),
  );
  const evidence = source?.evidence ?? [];
  part('evidence-part', HTMLElement).hidden = evidence.length === 0;
  part('evidence', HTMLElement).replaceChildren(treeOf(evidence));
}

async function ask(
  choice: Choice,
  { at, text, offset }: Passage,
  signal: AbortSignal,
): Promise<SourceView | undefined> {
  const query = queryOf(choice);
  query.set('at', at);
  // An address has its limits; what is around the place is enough to find it by.
  const from = Math.max(0, offset - 600);
  query.set('text', text.slice(from, offset + 600));
  query.set('offset', String(offset - from));
  try {
    const response = await fetch(`source?${query}`, { signal });
    return response.ok ? ((await response.json()) as SourceView) : undefined;
  } catch {
    return undefined;
  }
}

function parts({ where, lines, record }: SourceView): readonly HTMLElement[] {
  return [
    element('p', { class: 'where' }, placeLink(where)),
    element(
      'pre',
      { class: 'frame' },
      ...lines.flatMap(({ line, text }) => [
        element('span', { class: 'line' }, `${line} `),
        line === where.line ? element('mark', {}, text || ' ') : text,
        '\n',
      ]),
    ),
    ...(record === undefined
      ? []
      : [element('p', { class: 'record' }, element('code', {}, record.ref), ` ${record.label}`)]),
  ];
}

function unknown(): HTMLElement {
  return element(
    'p',
    { class: 'quiet' },
    'These words are not in the data: the template has them.',
  );
}

function treeOf(evidence: readonly EvidenceView[]): HTMLElement {
  return element('ul', { class: 'tree' }, ...evidence.map(branch));
}

function branch({ ref, label, notes, quote, where, children }: EvidenceView): HTMLElement {
  return element(
    'li',
    {},
    element(
      'p',
      {},
      where === undefined ? element('code', {}, ref) : element('a', { href: where.href }, ref),
      ` ${label}`,
    ),
    notes.length === 0 ? undefined : element('p', { class: 'quiet' }, notes.join(' · ')),
    quote === undefined ? undefined : element('blockquote', {}, quote),
    children.length === 0 ? undefined : treeOf(children),
  );
}
