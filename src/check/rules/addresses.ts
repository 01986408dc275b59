/** Addresses in fields and in prose: safe schemes, no credentials, no look-alike hosts unseen. */
import type { Definition, Image, Link } from 'mdast';
import { visit } from 'unist-util-visit';
import { addressProblem, hiddenHost } from '../../model/address.ts';
import { type Diagnostic, diagnose, type Place } from '../../model/diagnostic.ts';
import { leavesOfType } from '../../model/entries.ts';
import { parseMarkdown } from '../../model/markdown.ts';
import { placeOf, placeWithin } from '../../model/place.ts';
import type { Checked } from '../../model/stages.ts';

/** records → `url-unsafe`, `url-lookalike`, `image-remote`. */
export function checkAddresses({ records }: Checked): Diagnostic[] {
  const inFields = leavesOfType(records, 'url').flatMap(({ entry, leaf }) =>
    judge(leaf.value, placeOf(entry, leaf.path)),
  );
  const inProse = leavesOfType(records, 'markdown').flatMap(({ entry, leaf }) => {
    if (!/[[<]/.test(leaf.value)) return [];
    const found: Diagnostic[] = [];
    visit(parseMarkdown(leaf.value), (node) => {
      if (node.type !== 'link' && node.type !== 'definition' && node.type !== 'image') return;
      const place = placeWithin(entry, leaf.path, ...offsetsOf(node));
      if (node.type === 'image') found.push(...judgeImage(node, place));
      else if (!node.url.startsWith('#')) found.push(...judge(node.url, place));
    });
    return found;
  });
  return [...inFields, ...inProse];
}

function offsetsOf({ position }: Link | Definition | Image): [number, number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

function judge(url: string, place: Place): Diagnostic[] {
  const reason = addressProblem(url);
  if (reason !== undefined) return [diagnose('url-unsafe', { url, reason }, place)];
  const host = hiddenHost(url);
  return host === undefined ? [] : [diagnose('url-lookalike', { host }, place)];
}

function judgeImage({ url }: Image, place: Place): Diagnostic[] {
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url) ? [diagnose('image-remote', { url }, place)] : [];
}
