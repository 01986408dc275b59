/**
 * Type declarations of the public interface: of its entry and of whatever that names, file by file.
 * Each is made from its source alone, which holds as long as every export says its type.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { isolatedDeclarationSync } from 'rolldown/experimental';
import { importsOf } from '../imports-of.ts';

/** source folder, entry in it, target folder → how many files were written. Throws where one cannot be. */
export function writeDeclarations(sources: string, entry: string, target: string): number {
  const done = new Set<string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (done.has(file)) continue;
    done.add(file);
    const { code, errors } = isolatedDeclarationSync(
      file,
      readFileSync(join(sources, file), 'utf8'),
    );
    if (errors.length > 0) {
      throw new Error(`${file}: ${errors.map(({ message }) => message).join('; ')}`);
    }
    const imports = importsOf(file, code).map(({ specifier }) => specifier);
    for (const specifier of imports.filter((one) => one.startsWith('.'))) {
      open.push(posix.join(dirname(file), specifier));
    }
    const path = join(target, file.replace(/\.ts$/, '.d.ts'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code.replaceAll(/(from\s*['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2'));
  }
  return done.size;
}
