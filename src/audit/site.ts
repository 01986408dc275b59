/** Opens the files of an index again, and looks for what those who read it may not know. */
import { type Diagnostic, diagnose, hasErrors } from '../model/diagnostic.ts';
import type { Marking } from '../model/marking.ts';
import type { Outcome } from '../model/outcome.ts';
import type { SiteFile } from '../model/site.ts';
import type { Checked } from '../model/stages.ts';
import { readHtml } from './leak/read-html.ts';
import { findLeaks, type Readable } from './leak/search.ts';
import { withheldFrom } from './leak/withheld.ts';

/**
 * files, records, label of the page → the files that may be released, and `leak-found` for the others.
 * Feeds are for everybody, whatever the page is for.
 */
export function auditSite(
  files: readonly SiteFile[],
  checked: Checked,
  audience: Marking,
): Outcome<readonly SiteFile[]> {
  const diagnostics: Diagnostic[] = [];
  const released = files.filter((file) => {
    const label = file.name === 'index.html' ? audience : 'TLP:CLEAR';
    const leaks = findLeaks(partsOf(file), withheldFrom(checked, label));
    const found = [...new Set(leaks.map(({ where }) => where))].map((where) =>
      diagnose('leak-found', { file: file.name, where, audience: label }),
    );
    diagnostics.push(...found);
    return !hasErrors(found);
  });
  return { value: released, diagnostics };
}

/** What is markup to a browser is read as markup; feeds are read as they lie, and without their tags. */
function partsOf({ bytes }: SiteFile): readonly Readable[] {
  const text = new TextDecoder().decode(bytes);
  // How large the documents are is in the feeds as well, and no number of the data.
  const content = text.replace(/"size_in_bytes":\s*\d+/g, '');
  return [...readHtml(content), { where: 'the source', text, numbers: '' }];
}
