/** A program that holds a browser until it is ended; run by a test as a process of its own. */
import { createPrinter } from '../../../src/host/browser/printer.ts';

const printer = await createPrinter();
await printer.print({ html: '<!DOCTYPE html><p>One.</p>', timeoutMs: 20_000 });
console.log('holding');
if (process.argv[2] === 'leave') process.exit();
if (process.argv[2] === 'throw') throw new Error('something went wrong');
if (process.argv[2] !== 'return') setInterval(() => {}, 1000);
