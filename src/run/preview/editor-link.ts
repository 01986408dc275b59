/** Addresses that open an editor at a place. */
import type { Where } from './messages.ts';

/** Schemes that would run or fetch something instead of opening an editor. */
const refused = /^(?:javascript|data|vbscript|https?|file|blob|about):/i;

/** Editors by name; anything else is an address with `{path}`, `{line}` and `{column}` in it. */
export const editors: ReadonlyMap<string, string> = new Map([
  ['vscode', 'vscode://file/{path}:{line}:{column}'],
  ['vscodium', 'vscodium://file/{path}:{line}:{column}'],
  ['cursor', 'cursor://file/{path}:{line}:{column}'],
  ['zed', 'zed://file/{path}:{line}:{column}'],
  ['idea', 'idea://open?file={path}&line={line}&column={column}'],
  ['sublime', 'subl://open?url=file://{path}&line={line}&column={column}'],
  ['textmate', 'txmt://open?url=file://{path}&line={line}&column={column}'],
]);

/** `vscode`, or an address of one's own → the address; undefined where it opens no editor. */
export function editorTemplate(text: string): string | undefined {
  const template = editors.get(text) ?? text;
  const isAddress = /^[a-z][a-z0-9+.-]*:/i.test(template) && template.includes('{path}');
  return isAddress && !refused.test(template) ? template : undefined;
}

/** A place, without its address. */
export type Spot = Omit<Where, 'href'>;

/** template, project's folder → the same place with the address that opens it. */
export function linkTo(template: string, root: string, spot: Spot): Where {
  const absolute = `${root.replaceAll('\\', '/')}/${spot.file}`;
  const path = absolute.split('/').map(encodePart).join('/');
  const href = template
    // `scheme://file/` is followed by a path that begins with a slash only where the system has it so.
    .replace('/{path}', path.startsWith('/') ? path : `/${path}`)
    .replace('{path}', path)
    .replace('{line}', String(spot.line))
    .replace('{column}', String(spot.column));
  return { ...spot, href };
}

/** A drive such as `C:` stays readable; everything else is encoded as a part of an address. */
function encodePart(part: string): string {
  return /^[a-z]:$/i.test(part) ? part : encodeURIComponent(part);
}
