/** Addresses in fields and in prose: safe schemes, no credentials, no look-alike hosts unseen. */
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { addressProblem, hiddenHost } from '../../model/address.ts';
import { type Diagnostic, diagnose, type Place } from '../../model/diagnostic.ts';
import { placeOf, placeWithin } from '../../model/place.ts';
import { shorten } from '../field-words.ts';
import { type Field, fieldsOf, type RuleContext } from './rule.ts';

/** records → `url-unsafe`, `url-lookalike`, `link-text-missing`. Pictures have a rule of their own. */
export function checkAddresses(context: RuleContext): Diagnostic[] {
  const inFields = fieldsOf(context, 'url').flatMap(({ entry, leaf }) =>
    judge(leaf.value, placeOf(entry, leaf.path)),
  );
  const inProse = fieldsOf(context, 'markdown').flatMap((field) =>
    mayHoldLinks.test(field.leaf.value) ? linksIn(field, context) : [],
  );
  return [...inFields, ...inProse];
}

/** Links to ids, `[](#id)`, are not addresses and are the only links in most fields. */
const mayHoldLinks = /\]\((?!#)|\]:|<[a-z]/i;

function linksIn({ entry, leaf }: Field, { parse }: RuleContext): Diagnostic[] {
  const tree = parse(leaf.value);
  const pictures = new Set<string>();
  visit(tree, 'imageReference', ({ identifier }) => void pictures.add(identifier));
  const found: Diagnostic[] = [];
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    if (node.url.startsWith('#')) return;
    if (node.type === 'definition' && pictures.has(node.identifier)) return;
    const place = placeWithin(entry, leaf.path, ...offsetsOf(node));
    const problems = judge(node.url, place);
    const isMute = node.type === 'link' && node.children.length === 0 && problems.length === 0;
    found.push(...problems);
    if (isMute) found.push(diagnose('link-text-missing', { url: shorten(node.url) }, place));
  });
  return found;
}

function offsetsOf({ position }: Nodes): [number, number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

function judge(url: string, place: Place): Diagnostic[] {
  const reason = addressProblem(url);
  if (reason !== undefined) return [diagnose('url-unsafe', { url: shorten(url), reason }, place)];
  const host = hiddenHost(url);
  return host === undefined ? [] : [diagnose('url-lookalike', { host }, place)];
}
