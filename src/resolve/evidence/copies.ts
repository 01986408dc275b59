/** Where a source has an archived copy, the words quoted from it are in there, and it is the same copy. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { sha256 } from '../../model/hash.ts';
import { placeOf } from '../../model/place.ts';
import type { Entry, Resolved } from '../../model/stages.ts';
import { piecesOf } from '../../model/support.ts';

/** graph → `evidence-quote-missing`, `evidence-copy-changed`. */
export function copies({ records, attachments }: Resolved): Diagnostic[] {
  const texts = new Map<string, string>();
  const changed: Diagnostic[] = [];
  for (const source of records.source.values()) {
    const file = source.data.archivedCopy;
    const bytes = file === undefined ? undefined : attachments.bytes.get(file);
    if (file === undefined || bytes === undefined) continue;
    texts.set(source.id, plain(new TextDecoder().decode(bytes)));
    if (source.data.sha256 !== undefined && source.data.sha256 !== sha256(bytes)) {
      const slots = { source: source.id, file };
      changed.push(diagnose('evidence-copy-changed', slots, placeOf(source, ['sha256'])));
    }
  }
  if (texts.size === 0) return changed;
  const missing = [...records.finding.values()].flatMap((finding) =>
    piecesOf(records, finding).flatMap(({ piece, index, source }) => {
      const text = texts.get(source.id);
      if (piece.quote === undefined || text === undefined || holds(text, piece.quote)) return [];
      return [report(finding, index, source)];
    }),
  );
  return [...changed, ...missing];
}

function report(finding: Entry<'finding'>, index: number, source: Entry<'source'>): Diagnostic {
  const slots = { source: source.id, file: source.data.archivedCopy ?? '' };
  return diagnose('evidence-quote-missing', slots, placeOf(finding, ['evidence', index, 'quote']));
}

/** An ellipsis parts a quotation; each part must be there, in order. */
function holds(text: string, quote: string): boolean {
  let from = 0;
  for (const part of plain(quote).split(/\s*(?:…|\.\.\.|\[…\])\s*/)) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return true;
}

/** White space, quotation marks and dashes differ between a page and its copy; words do not. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’‚‛`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
