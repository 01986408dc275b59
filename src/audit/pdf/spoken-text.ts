/** What a screen reader says of a tagged PDF: its text in the order of the tags. */
import type { PdfView } from './open-pdf.ts';
import type { Tag } from './tags.ts';

/** The text of an element and all below it; replacement text stands for what it replaces. */
export function spokenText(view: PdfView, tag: Tag): string {
  if (tag.actualText !== undefined) return tag.actualText;
  return tag.kids
    .map((kid) => {
      if (kid.kind === 'content') return view.texts.get(kid.key)?.text ?? '';
      if (kid.kind === 'object') return '';
      return isBlock(kid) ? `\n${spokenText(view, kid)}\n` : spokenText(view, kid);
    })
    .join('');
}

/** Elements that stand by themselves, so that the words before and after them are not one. */
function isBlock({ role }: Tag): boolean {
  return role === undefined || !inline.has(role);
}

const inline: ReadonlySet<string> = new Set(
  'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Formula'.split(
    ' ',
  ),
);
