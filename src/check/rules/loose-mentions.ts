/**
 * What was meant as a citation or a link and would be printed as it stands: a source named by `@id`
 * outside of brackets or behind a bracket that is never closed, an id without its `@`, and mentions in
 * fields that are text and no Markdown. Elsewhere only ids that exist count, so that handles and e-mail
 * addresses are left alone; `[@id]` and `[](#id)` can mean nothing else, whatever they name.
 */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { citedIn, malformedCitationsIn, withoutCode } from '../../model/mentions.ts';
import { placeWithin } from '../../model/place.ts';
import { linkableIn } from '../../model/targets.ts';
import { type Field, fieldsOf, type RuleContext } from './rule.ts';

/** records → `citation-loose`, `citation-malformed`, `mention-unread`. */
export function checkLooseMentions(context: RuleContext): Diagnostic[] {
  const { source, ...others } = context.checked.records;
  const linkable = linkableIn({ source, ...others });
  const inProse = fieldsOf(context, 'markdown').flatMap((field) =>
    looseIn(field, (id) => source.has(id)),
  );
  const inText = fieldsOf(context, 'text')
    .filter(({ entry }) => entry.kind !== 'source')
    .flatMap((field) =>
      unreadIn(
        field,
        (id) => source.has(id),
        (id) => linkable.has(id.split('.')[0] ?? ''),
      ),
    );
  return [...inProse, ...inText];
}

/** `@id`; or `[id]` and `[id, p. 3]`, for an id that is no plain word. */
const bareKey = /(?<![\p{L}\p{N}_@./-])@ ?([a-z][a-z0-9-]*)(?![\p{L}\p{N}_@/-]|\.[\p{L}\p{N}])/gu;
/** Source: pandoc, "Citation syntax", where braces hold a key with unusual characters. */
const braced = /\[[^[\]]*@\{[^[\]{}]*\}[^[\]]*\]/g;
const bracketed = /\[([a-z][a-z0-9-]*)(?:,[^[\]]*)?\](?![([:])/g;

function looseIn({ entry, leaf }: Field, isSource: (id: string) => boolean): Diagnostic[] {
  if (!/[@[]/.test(leaf.value)) return [];
  const plain = withoutCode(leaf.value);
  const read = [...citedIn(plain), ...malformedCitationsIn(plain)];
  const isRead = insideOf(read);
  const isOpenAt = openIn(plain);
  const place = (start: number, end: number) => placeWithin(entry, leaf.path, start, end);
  const bare = [...plain.matchAll(bareKey)].flatMap(({ 0: text, 1: id = '', index }) => {
    if (!isSource(id) || isRead(index)) return [];
    const isOpen = isOpenAt(index);
    const hint = isOpen ? { hint: `close the bracket after it with ], as in [@${id}, p. 3]` } : {};
    return [diagnose('citation-loose', { id }, { ...place(index, index + text.length), ...hint })];
  });
  const keys = [...plain.matchAll(bracketed)].flatMap(({ 0: text, 1: id = '', index }) => {
    if (!isSource(id) || !/[-\d]/.test(id)) return [];
    const hint = `write an @ before the id: [@${text.slice(1)}`;
    return [diagnose('citation-loose', { id }, { ...place(index, index + text.length), hint })];
  });
  const inBraces = [...plain.matchAll(braced)].map(({ 0: text, index }) => {
    return diagnose('citation-malformed', { text }, place(index, index + text.length));
  });
  return [...bare, ...keys, ...inBraces];
}

/** stretches → whether an offset lies inside one of them. Each question goes on where the last one ended. */
function insideOf(stretches: readonly { readonly start: number; readonly end: number }[]) {
  const sorted = stretches.toSorted((a, b) => a.start - b.start);
  let reached = 0;
  let end = 0;
  return (at: number) => {
    for (; (sorted[reached]?.start ?? at) < at; reached += 1) {
      end = Math.max(end, sorted[reached]?.end ?? 0);
    }
    return at < end;
  };
}

/**
 * text → whether the last bracket of the paragraph so far is one that opens. Each question goes on where
 * the last one ended.
 */
function openIn(text: string): (at: number) => boolean {
  const mark = /[[\]]|\n[ \t]*\n/g;
  let next = mark.exec(text);
  let isOpen = false;
  return (at) => {
    for (; next !== null && mark.lastIndex <= at; next = mark.exec(text)) isOpen = next[0] === '[';
    return isOpen;
  };
}

function unreadIn(
  { entry, leaf }: Field,
  isSource: (id: string) => boolean,
  isLinkable: (id: string) => boolean,
): Diagnostic[] {
  const { value } = leaf;
  if (!value.includes('[')) return [];
  return [...value.matchAll(/\[[^[\]]*@([a-z][a-z0-9-]*)[^[\]]*\]|\[[^[\]]*\]\(#([^()\s]+)\)/g)]
    .filter(
      ({ 0: text, 1: source, 2: target }) =>
        /^\[(?:-?@|\]\(#)/.test(text) || isSource(source ?? '') || isLinkable(target ?? ''),
    )
    .map(({ 0: text, index }) => {
      const place = placeWithin(entry, leaf.path, index, index + text.length);
      return diagnose('mention-unread', { text }, place);
    });
}
