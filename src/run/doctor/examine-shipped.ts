/** Looks for what ships with the tool: fonts and templates. */
import type { Host } from '../../model/host.ts';
import { failure, type Observation, reinstall, sound } from './observation.ts';

/** host → the families that are installed with the tool. */
export async function examineFonts({ shipped }: Host): Promise<Observation> {
  try {
    const paths = await shipped.list('fonts');
    const descriptions = paths.filter((path) => path.endsWith('/metadata.json'));
    const names = await Promise.all(descriptions.map((path) => familyOf(path, shipped)));
    if (names.length > 0) return sound('fonts', names.join(', '));
    const message = 'the fonts that documents are set in are not installed';
    return { subject: 'fonts', state: 'failed', message, remedy: reinstall };
  } catch (error) {
    return failure('fonts', error, reinstall);
  }
}

async function familyOf(path: string, shipped: Host['shipped']): Promise<string> {
  const about: unknown = JSON.parse(new TextDecoder().decode(await shipped.read(path)));
  const isNamed = typeof about === 'object' && about !== null && 'family' in about;
  return isNamed ? String(about.family) : (path.split('/')[1] ?? path);
}

/** host → the templates that ship, and those that the project adds. */
export async function examineTemplates({ project, shipped }: Host): Promise<Observation> {
  const own = templatesIn(await project.list('templates'));
  const ours = templatesIn(await shipped.list('templates'));
  if (ours.length === 0) {
    const message = 'the templates that ship with brief are missing';
    return { subject: 'templates', state: 'failed', message, remedy: reinstall };
  }
  const added = own.filter((name) => !ours.includes(name));
  const message =
    added.length === 0 ? ours.join(', ') : `${ours.join(', ')}; your own: ${added.join(', ')}`;
  return sound('templates', message);
}

function templatesIn(paths: readonly string[]): readonly string[] {
  const mains = paths.map((path) => /^templates\/([^/]+)\/brief\.md\.hbs$/.exec(path)?.[1]);
  return mains.filter((name) => name !== undefined);
}
