/**
 * The program as a few files of JavaScript. What a command does not need lies in files of its own,
 * loaded by need, as in the sources. Rolldown, since the test runner brings it along anyway.
 */
import { chmodSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { type OutputChunk, rolldown } from 'rolldown';
import { fileNames } from './occasions.ts';
import { compiledTemplates } from './templates.ts';

/** What `package.json` says is installed with us; everything else goes into the bundle. */
interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** package's folder, target folder → absolute paths of all modules that went into the bundle. */
export async function bundle(root: string, target: string): Promise<readonly string[]> {
  const installed = installedWithUs(root);
  const build = await rolldown({
    cwd: root,
    input: { bin: 'src/bin.ts', index: 'src/index.ts', thread: 'src/thread.ts' },
    platform: 'node',
    // Entries hand their own things on, and may hand on those of others.
    preserveEntrySignatures: 'allow-extension',
    external: (id) => installed.some((name) => id === name || id.startsWith(`${name}/`)),
    // Its main file, for programs without modules, asks for parts of itself by paths at run time.
    resolve: { alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' } },
    plugins: [
      {
        name: 'templates',
        load: (id) =>
          id === join(root, 'src', 'model', 'templating', 'precompiled.ts')
            ? { code: compiledTemplates(join(root, 'templates')), moduleType: 'js' }
            : undefined,
      },
    ],
    onLog: (level, log, handle) => {
      if (!isExpected(log.code, log.message)) handle(level === 'info' ? level : 'error', log);
    },
  });
  let names: ReadonlyMap<string, string> | undefined;
  const { output } = await build.write({
    dir: target,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    codeSplitting: {
      // A module is where its occasions are, wherever its importers may be.
      includeDependenciesRecursively: false,
      groups: [
        {
          debugName: 'by occasion',
          name: (id, modules) => {
            names ??= fileNames(root, (one) => modules.getModuleInfo(one)?.importedIds ?? null);
            return names.get(id);
          },
        },
      ],
    },
    comments: { legal: true, annotation: false, jsdoc: false },
  });
  await build.close();
  chmodSync(join(target, 'bin.js'), 0o755);
  const chunks = output.filter((part): part is OutputChunk => part.type === 'chunk');
  const lost = chunks.flatMap(({ code }) => lostIn(code, installed));
  if (lost.length > 0) throw new Error(`the bundle asks for what it has not: ${lost.join(', ')}`);
  return chunks.flatMap(({ moduleIds }) => moduleIds);
}

/** What the web socket package takes where the user has it, and does without. */
const welcome = new Set(['bufferutil', 'utf-8-validate']);

/** code of a file, packages that are installed → what it asks for at run time and would not find. */
export function lostIn(code: string, installed: readonly string[]): readonly string[] {
  const asked = [
    ...code.matchAll(
      /\brequire(?:\$\d+)?\("([^"]+)"\)|createRequire\(import\.meta\.url\)\("([^"]+)"\)/g,
    ),
  ];
  return asked
    .map(([, one, other]) => one ?? other ?? '')
    .filter((id) => !isBuiltin(id) && !welcome.has(id))
    .filter((id) => !installed.some((name) => id === name || id.startsWith(`${name}/`)));
}

/** Packages that stay outside: data, native parts, or a licence that wants them unmodified. */
function installedWithUs(root: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  return Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
}

/** What the bundler would rather tell, and is meant to be so. */
function isExpected(code: string | undefined, message: string): boolean {
  // Puppeteer unpacks downloads with a package of the user's, where there is one; we download nothing.
  if (code === 'UNRESOLVED_IMPORT') return message.includes("'yauzl'");
  // What is imported by need may lie in a file that is there already.
  return code === 'INEFFECTIVE_DYNAMIC_IMPORT';
}
