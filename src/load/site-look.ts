/** Template, styles and script of an index: the project's own file, if there is one, else what ships. */
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import type { Host } from '../model/host.ts';
import type { Outcome } from '../model/outcome.ts';
import type { SiteIndex } from '../model/site.ts';
import type { SiteLook } from '../model/site-look.ts';
import type { Checked } from '../model/stages.ts';
import { codePointsIn, loadHouseLook } from './look.ts';
import { createReader } from './template.ts';

const sheets = ['base.css', 'parts.css', 'screen.css', 'site/site.css'];

/** host, records, index → look; undefined where a file of the project cannot be read. */
export async function loadSiteLook(
  host: Pick<Host, 'project' | 'shipped'>,
  checked: Pick<Checked, 'records' | 'attachments'>,
  index: SiteIndex,
): Promise<Outcome<SiteLook | undefined>> {
  const diagnostics: Diagnostic[] = [];
  const read = createReader([host.project, host.shipped], diagnostics);
  const shared = async (name: string) => {
    const path = `templates/shared/${name}`;
    return (await read(path)) ?? { path, text: '' };
  };
  const css = await Promise.all(sheets.map(shared));
  const { text: script } = await shared('site/search.js');
  const page = await shared('site/page.html.hbs');
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const codePoints = codePointsIn(index);
  const house = await loadHouseLook(host.shipped, checked, { lang: index.lang, codePoints });
  return {
    value: {
      ...house,
      page,
      css: css.map(({ text }) => text).join('\n'),
      script: script.trimEnd(),
      codePoints,
    },
    diagnostics,
  };
}
