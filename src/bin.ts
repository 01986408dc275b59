#!/usr/bin/env node
/**
 * The command's first lines: they hand over to `cli/main` and end with the status that comes back. An
 * older Node can read this file, but nothing that it imports later.
 */
import { isNewEnough } from './model/node-version.ts';

if (isNewEnough(process.versions.node)) {
  const { compileLess, keepCompiled } = await import('./host/keep-compiled.ts');
  compileLess(process.versions.node);
  keepCompiled(process.env);
  const { main } = await import('./cli/main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const { startNewerNode } = await import('./cli/start-newer-node.ts');
  process.exitCode = await startNewerNode();
}
