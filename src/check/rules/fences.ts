/** Blocks of code that are opened and never closed: they swallow the rest of their field. */
import { visit } from 'unist-util-visit';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { placeWithin } from '../../model/place.ts';
import { type Field, fieldsOf, type RuleContext } from './rule.ts';

/** records → `markdown-fence-open`. */
export function checkFences(context: RuleContext): Diagnostic[] {
  return fieldsOf(context, 'markdown').flatMap((field) =>
    /```|~~~/.test(field.leaf.value) ? openFences(field, context) : [],
  );
}

function openFences({ entry, leaf }: Field, { parse }: RuleContext): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(parse(leaf.value), 'code', ({ position }) => {
    const from = position?.start.offset ?? 0;
    const raw = leaf.value.slice(from, position?.end.offset ?? from);
    const fence = /^(?:`{3,}|~{3,})/.exec(raw)?.[0];
    if (fence === undefined || isClosed(raw, fence)) return;
    const place = placeWithin(entry, leaf.path, from, from + fence.length);
    found.push(diagnose('markdown-fence-open', { fence }, place));
  });
  return found;
}

/** The last line, without the marks of quotations and lists, is a fence at least as long. */
function isClosed(raw: string, fence: string): boolean {
  const lines = raw.trimEnd().split('\n');
  const last = (lines.at(-1) ?? '').replace(/^(?:\s*>)*\s*/, '');
  return lines.length > 1 && last.startsWith(fence) && /^(?:`+|~+)$/.test(last);
}
