/**
 * jsreport with its pool of two browsers, the fastest of its documented strategies.
 *
 *     node peers/jsreport.ts <folder with .html> <target> <browser>
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import chromePdf from '@jsreport/jsreport-chrome-pdf';
import createReporter from '@jsreport/jsreport-core';

const [source = '', target = '', executablePath = ''] = process.argv.slice(2);
const launchOptions = { executablePath, args: ['--no-sandbox'] };
const reporter = createReporter({
  discover: false,
  logger: { silent: true },
  chrome: { strategy: 'chrome-pool', numberOfWorkers: 2, launchOptions },
}).use(chromePdf());
await reporter.init();
const queue = readdirSync(source).filter((name) => name.endsWith('.html'));
const work = async () => {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const content = readFileSync(join(source, name), 'utf8');
    const { content: pdf } = await reporter.render({
      template: { content, engine: 'none', recipe: 'chrome-pdf' },
    });
    writeFileSync(join(target, `${basename(name, '.html')}.pdf`), pdf);
  }
};
await Promise.all([work(), work()]);
await reporter.close();
process.exit(0);
