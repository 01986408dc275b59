/**
 * Typst's compiler as npm has it, one thread, one compiler for all documents.
 *
 *     node peers/typst.ts <folder with .typ> <target>
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [source = '', target = ''] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace: source });
for (const name of readdirSync(source).filter((one) => one.endsWith('.typ'))) {
  const mainFileContent = readFileSync(join(source, name), 'utf8');
  writeFileSync(join(target, `${basename(name, '.typ')}.pdf`), compiler.pdf({ mainFileContent }));
}
