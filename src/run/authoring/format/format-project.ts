/** Formats the data files of a project; what was released, below `data/editions/`, is not touched. */
import { isUtf8 } from 'node:buffer';
import type { Host } from '../../../model/host.ts';
import { formatYaml } from './format-yaml.ts';

/** What to do. */
export interface FormatOptions {
  /** Only these files, or the files of these folders, by their paths in the project; default: all. */
  readonly only?: readonly string[] | undefined;
  /** Write nothing. */
  readonly isCheck?: boolean | undefined;
}

/** What came of it; paths are relative to the project. */
export interface FormatResult {
  readonly fileCount: number;
  /** Files that were written, or would be. */
  readonly changed: readonly string[];
  /** Files that were left alone, each with the reason in a clause. */
  readonly left: readonly { readonly path: string; readonly reason: string }[];
}

/** host → every data file in the common layout; all files are written in one step. */
export async function formatProject(
  host: Host,
  { only, isCheck = false }: FormatOptions = {},
): Promise<FormatResult> {
  const all = (await host.project.list('data')).filter(
    (path) => /\.ya?ml$/i.test(path) && !path.startsWith('data/editions/'),
  );
  const isNamed = (path: string, name: string) => path === name || path.startsWith(`${name}/`);
  const paths =
    only === undefined ? all : all.filter((path) => only.some((name) => isNamed(path, name)));
  const fresh = new Map<string, Uint8Array>();
  const left = (only ?? [])
    .filter((name) => !all.some((path) => isNamed(path, name)))
    .map((path) => ({ path, reason: 'it is no data file of this project' }));
  for (const path of paths) {
    const bytes = await host.project.read(path);
    const text = isUtf8(bytes)
      ? new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n')
      : undefined;
    if (text === undefined) {
      left.push({ path, reason: 'it is not saved as UTF-8' });
      continue;
    }
    if (text.trim() === '') continue;
    const formatted = formatYaml(path, text);
    if (formatted.kind === 'broken') {
      left.push({ path, reason: 'its YAML has a mistake; "brief check" says where' });
    } else if (formatted.kind === 'unsafe') {
      left.push({ path, reason: 'not every comment or value in it could be kept' });
    } else {
      const next = new TextEncoder().encode(formatted.text);
      if (!Buffer.from(next).equals(bytes)) fresh.set(path, next);
    }
  }
  if (!isCheck && fresh.size > 0) await host.project.replace(fresh);
  return { fileCount: paths.length, changed: [...fresh.keys()], left };
}
