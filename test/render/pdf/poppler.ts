/** Programs of the system that know PDF better than we do; what is not installed is skipped, aloud. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** name of a program → true when it can be run; otherwise says once what is not checked. */
export function hasProgram(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    // Poppler's programs print their version and exit with 99.
    if ((error as { code?: string }).code !== 'ENOENT') return true;
    console.info(`${name} is not installed: what it would say of our PDFs is not checked`);
    return false;
  }
}

/** program, its arguments with `@` for the PDF's path → what it prints. Throws when it fails. */
export function runOn(pdf: Uint8Array, program: string, args: readonly string[]): string {
  return inFolder((folder) => {
    const path = join(folder, 'file.pdf');
    writeFileSync(path, pdf);
    const named = args.map((arg) => arg.replace('@', path));
    return execFileSync(program, named, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  });
}

/** PDF → its pages as pictures. */
export function picturesOf(pdf: Uint8Array): readonly Buffer[] {
  return inFolder((folder) => {
    const path = join(folder, 'file.pdf');
    writeFileSync(path, pdf);
    execFileSync('pdftoppm', ['-r', '72', '-png', path, join(folder, 'page')]);
    const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
    return names.sort().map((name) => readFileSync(join(folder, name)));
  });
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-pdf-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
