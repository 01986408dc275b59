/**
 * md-to-pdf, with one browser for all documents, as its documentation advises for many.
 *
 *     node peers/md-to-pdf.ts <folder with .md> <target> <browser>
 */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { mdToPdf } from 'md-to-pdf';

const [source = '', target = '', executablePath = ''] = process.argv.slice(2);
const launch_options = { executablePath, args: ['--no-sandbox'] };
for (const name of readdirSync(source).filter((one) => one.endsWith('.md'))) {
  const dest = join(target, `${basename(name, '.md')}.pdf`);
  await mdToPdf({ path: join(source, name) }, { dest, launch_options });
}
process.exit(0);
