import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

/** What a Node that compiles less says, and whether the flag has arrived. */
function compilingLess(version: string) {
  const program = `
    import { compileLess } from './src/host/keep-compiled.ts';
    import { cachedDataVersionTag } from 'node:v8';
    const before = cachedDataVersionTag();
    compileLess(${version});
    console.log(before === cachedDataVersionTag() ? 'as before' : 'changed');`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', program],
    { encoding: 'utf8' },
  );
  return { said: stderr, tag: stdout.trim() };
}

describe('compiling less', () => {
  test('says nothing on this Node, and keeps its code apart from code that was compiled otherwise', () => {
    expect(compilingLess('process.versions.node')).toEqual({ said: '', tag: 'changed' });
  });

  test('leaves a Node alone whose flags nobody has looked at', () => {
    expect(compilingLess('"99.0.0"')).toEqual({ said: '', tag: 'as before' });
  });
});
