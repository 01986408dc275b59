/** The stages in order for an index: select, compose, render, audit; writing is its caller's. */
import { auditSite } from './audit/site.ts';
import { composeSite } from './compose/compose-site.ts';
import { loadSiteLook } from './load/site-look.ts';
import { type Diagnostic, diagnose, hasErrors } from './model/diagnostic.ts';
import type { Host } from './model/host.ts';
import type { Outcome } from './model/outcome.ts';
import type { Published, SiteFile } from './model/site.ts';
import type { Checked } from './model/stages.ts';
import { renderSite } from './render/render-site.ts';
import { namedInIndex } from './select/published.ts';

/**
 * host, records, documents of the output folder → the files of its index. Reports `site-omits`,
 * `site-empty`, `site-feeds-without-url` and `leak-found`.
 */
export async function compileSite(
  host: Pick<Host, 'project' | 'shipped'>,
  checked: Checked,
  published: readonly Published[],
): Promise<Outcome<readonly SiteFile[]>> {
  const [publisher] = checked.records.publisher.values();
  const isInternal = publisher?.data.site?.internal === true;
  const open = namedInIndex(published, checked.records, false);
  const named = isInternal ? namedInIndex(published, checked.records, true) : open;
  const index = await composeSite(checked, named);
  const forAll = isInternal ? await composeSite(checked, open) : index;
  const look = await loadSiteLook(host, checked, index.value);
  const said: Diagnostic[] = [...index.diagnostics, ...look.diagnostics];
  if (look.value === undefined || hasErrors(said)) return { value: [], diagnostics: said };
  const content = { index: index.value, open: forAll.value, look: look.value };
  const rendered = renderSite(content);
  said.push(...rendered.diagnostics);
  if (hasErrors(said)) return { value: [], diagnostics: said };
  const audited = auditSite(rendered.value, checked, index.value.marking);
  const omitted = published.length - named.length;
  return {
    value: audited.value,
    diagnostics: [
      ...said,
      ...audited.diagnostics,
      ...(omitted === 0 ? [] : [diagnose('site-omits', { count: omitted })]),
      ...(named.length === 0 ? [diagnose('site-empty', {})] : []),
      ...(forAll.value.url === undefined ? [diagnose('site-feeds-without-url', {})] : []),
    ],
  };
}
