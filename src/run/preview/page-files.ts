/**
 * The files of the preview's own page, from `preview/` of the package. The page's script is TypeScript
 * whose types are taken out here, once, so that no second copy of it has to be built and kept in step.
 */
import { stripTypeScriptTypes } from 'node:module';
import type { LocalResponse } from '../../host/server/serve-locally.ts';
import type { ReadonlyFiles } from '../../model/host.ts';

/** path of a request, nonce → the file, or undefined where the page has no such part. */
export type PageFiles = (path: string, nonce: string) => Promise<LocalResponse | undefined>;

const folder = 'preview';

/** Fonts of the page: those of the briefs, in the cuts that the page's style sheet names. */
const fontPath = /^\/fonts\/(source-(?:sans-3|serif-4)\/latin-\d+-(?:normal|italic)\.woff2)$/;

/** shipped files → the page's parts. Only what is listed in `preview/` can be asked for. */
export function createPageFiles(shipped: ReadonlyFiles): PageFiles {
  const scripts = new Map<string, Promise<string>>();
  const textOf = async (name: string) =>
    new TextDecoder().decode(await shipped.read(`${folder}/${name}`));
  return async (path, nonce) => {
    const font = fontPath.exec(path)?.[1];
    if (font !== undefined) {
      return {
        headers: { 'Content-Type': 'font/woff2' },
        body: await shipped.read(`fonts/${font}`),
      };
    }
    if (path === '/') return page((await textOf('page.html')).replaceAll('{nonce}', nonce), nonce);
    const name = path.slice(1);
    const isPart = /^[a-z-]+\.(?:css|ts)$/.test(name);
    if (!isPart || !(await shipped.list(folder)).includes(`${folder}/${name}`)) return undefined;
    if (name.endsWith('.css')) {
      return { headers: { 'Content-Type': 'text/css; charset=utf-8' }, body: await textOf(name) };
    }
    const script = scripts.get(name) ?? textOf(name).then(withoutTypes);
    scripts.set(name, script);
    return { headers: { 'Content-Type': 'text/javascript; charset=utf-8' }, body: await script };
  };
}

/** Nothing runs but the page's own script, nothing is fetched but from this server. */
function page(body: string, nonce: string): LocalResponse {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy };
  return { headers, body };
}

/** Node marks this function as new with a warning, which would stand in the middle of our own lines. */
function withoutTypes(text: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(text);
  } finally {
    process.emitWarning = emitWarning;
  }
}
