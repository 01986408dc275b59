/** The templates that ship with the tool, compiled. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, keyOf, type Printing } from '../../src/model/templating/specification.ts';

/** folder of the templates → the code of a module that stands in for `model/templating/precompiled.ts`. */
export function compiledTemplates(folder: string): string {
  const entries = globSync('**/*.hbs', { cwd: folder })
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      const printing: Printing = path.endsWith('.md.hbs') ? 'brief' : 'page';
      return `[${JSON.stringify(keyOf(text, printing))}, ${codeOf(text, printing)}],`;
    });
  return `export const precompiled = new Map([\n${entries.join('\n')}\n]);\n`;
}
