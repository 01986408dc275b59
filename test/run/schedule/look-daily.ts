/**
 * A process for tests: `node look-daily.ts FOLDER DAY FORMATS` lives one day after another, until it is
 * killed: it changes the data of a project on the disk, and at seven it looks at the schedules. After each
 * day it prints a line: the day, whether all went well, and the hash of each document.
 */
import { createNodeHost } from '../../../src/host/node-host.ts';
import type { Format } from '../../../src/model/formats.ts';
import { sha256 } from '../../../src/model/hash.ts';
import { runDue } from '../../../src/run/schedule/run-due.ts';
import { sound } from '../../cli/brief.ts';
import { sevenOn } from './seven-on.ts';

const [root = '', first = '', formats = ''] = process.argv.slice(2);
// What the test asks for is a list of formats by construction.
const job = { formats: formats.split(',') as Format[] };
const real = await createNodeHost({ root });
console.log('{}');
for (let day = Number(first); ; day += 1) {
  const body = `It fell on day ${day}.`;
  const takeaways = { 'output-fell': { ...sound.takeaways['output-fell'], body } };
  const data = new TextEncoder().encode(JSON.stringify({ ...sound, takeaways }));
  await real.project.write('data/all.yaml', data);
  const now = () => Date.parse(sevenOn(day));
  const result = await runDue({ ...real, clock: { ...real.clock, now } }, { job });
  const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
  const documents: Record<string, string> = {};
  for (const format of job.formats) {
    documents[`one.${format}`] = sha256(await real.output.read(`one.${format}`));
  }
  console.log(JSON.stringify({ day, errors, documents }));
}
