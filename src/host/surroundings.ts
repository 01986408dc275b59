/** Everything outside a project that its documents depend on, described without starting anything. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { sha256 } from '../model/hash.ts';
import { HostError } from '../model/host.ts';
import { findBrowser } from './browser/find-browser.ts';
import { readBrowserSettings } from './browser/settings.ts';
import type { ToolPackage } from './files/package-root.ts';
import { stampOf } from './files/stamp.ts';
import { isMissing } from './files/system-error.ts';

/** tool, environment → one hash that changes with the tool, its fonts, Node or the browser. */
export function describeSurroundings(tool: ToolPackage, environment: NodeJS.ProcessEnv): string {
  const own = [tool.isBuilt ? 'dist' : 'src', 'templates', 'standards'];
  const files = [
    join(tool.root, 'package.json'),
    ...own.flatMap((folder) => filesBelow(join(tool.root, folder))),
    ...[...packagesOf(tool)].flatMap((name) => manifestOf(tool, name)),
  ];
  const marks = files.map((path) => `${path} ${stampOf(path)?.mark}`);
  return sha256([process.version, process.arch, browserOf(environment), ...marks].join('\n'));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
}

function packagesOf(tool: ToolPackage): ReadonlySet<string> {
  return new Set([...tool.dependencies, ...tool.peers, ...installedFonts(tool)]);
}

/** An office may name any font family that it has installed beside ours. */
function installedFonts(tool: ToolPackage): string[] {
  const folders = createRequire(join(tool.root, 'package.json')).resolve.paths(fontScope) ?? [];
  const names = folders.flatMap((folder) => namesIn(join(folder, fontScope)));
  return [...new Set(names)].toSorted().map((name) => `${fontScope}/${name}`);
}

/** Where npm keeps font families. Source: https://fontsource.org/docs/getting-started/install */
const fontScope = '@fontsource';

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** A package's own `package.json`, which npm replaces with the package. */
function manifestOf(tool: ToolPackage, name: string): string[] {
  const require = createRequire(join(tool.root, 'package.json'));
  const folders = require.resolve.paths(name) ?? [];
  return folders
    .map((folder) => join(folder, name, 'package.json'))
    .filter((path) => stampOf(path) !== undefined)
    .slice(0, 1);
}

function browserOf(environment: NodeJS.ProcessEnv): string {
  try {
    const found = findBrowser(readBrowserSettings(environment));
    if (found.origin === 'bundled') return `bundled ${found.chromium.version}`;
    return `${found.executable} ${stampOf(found.executable)?.mark}`;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return 'none';
  }
}
