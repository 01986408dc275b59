/**
 * The particulars of a brief as YAML front matter. There is no `title:` on purpose: the heading says
 * it, and Markdown linters take a second one for a mistake.
 */
import { stringify } from 'yaml';
import type { DocumentMeta } from '../../model/document.ts';

/** meta → front matter with its fences and a final line end. */
export function frontMatter(meta: DocumentMeta): string {
  const fields = {
    brief: meta.id,
    marking: meta.marking,
    ...(meta.publisher.sample === undefined ? {} : { sample: meta.publisher.sample }),
    status: meta.status,
    issued: meta.issued,
    ...(meta.updated === undefined ? {} : { updated: meta.updated }),
    ...(meta.edition === undefined ? {} : { edition: meta.edition }),
    ...(meta.supersededBy === undefined ? {} : { supersededBy: meta.supersededBy.text }),
    lang: meta.lang,
    publisher: meta.publisher.name,
    ...(meta.authors.length === 0 ? {} : { authors: meta.authors.map(({ name }) => name) }),
    ...(meta.keywords.length === 0 ? {} : { tags: [...meta.keywords] }),
    readMinutes: meta.readMinutes,
    words: meta.words,
    ...(meta.licence === undefined ? {} : { licence: meta.licence }),
  };
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n`;
}
