import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ClosablePrinter, createPrinter } from '../../../src/host/browser/printer.ts';
import { browserGroups, processesOf, signal, until } from './processes.ts';
import { readPdf } from './read-pdf.ts';

const isLinux = process.platform === 'linux';
const html = '<!DOCTYPE html><html lang="en"><title>T</title><p>It was printed.</p></html>';
const patient = { html, timeoutMs: 20_000 };

describe.skipIf(!isLinux)('a browser that fails while it prints', () => {
  let printer: ClosablePrinter;
  let harming: NodeJS.Timeout | undefined;
  const groups = new Set<number>();
  beforeEach(async () => {
    printer = await createPrinter();
    groups.clear();
    for (const group of browserGroups()) groups.add(group);
    // A browser that answers may still be starting the process of its first page.
    await until(() => processesOf([...groups], '--type=renderer').length > 0);
  });
  afterEach(() => {
    clearInterval(harming);
    printer.close();
  });

  const signalPages = (name: NodeJS.Signals, among: readonly number[] = [...groups]) =>
    signal(name, processesOf(among, '--type=renderer'));
  /** Does the same to every browser that is started from now on. */
  const harm = (work: (group: number) => void) => {
    harming = setInterval(() => {
      for (const group of browserGroups()) {
        groups.add(group);
        work(group);
      }
    }, 2);
  };
  const nothingLeft = () => processesOf([...groups]).length === 0;

  it('is replaced when a page hangs, and the document is printed', async () => {
    signalPages('SIGSTOP');
    const { bytes } = await printer.print({ html, timeoutMs: 4000 });
    expect((await readPdf(bytes)).text).toContain('It was printed.');
    await until(nothingLeft);
  });

  it('is replaced when a page crashes, and the document is printed', async () => {
    signalPages('SIGKILL');
    const { bytes } = await printer.print(patient);
    expect((await readPdf(bytes)).text).toContain('It was printed.');
  });

  it('is replaced when the whole of it is killed, and the document is printed', async () => {
    signalPages('SIGSTOP');
    const printing = printer.print(patient);
    signal(
      'SIGKILL',
      [...groups].map((id) => ({ id })),
    );
    expect((await readPdf((await printing).bytes)).text).toContain('It was printed.');
    await until(nothingLeft);
  });

  it('gives up on a document that hangs twice, leaves nothing behind, and prints the next', async () => {
    harm((group) => signalPages('SIGSTOP', [group]));
    await expect(printer.print({ html, timeoutMs: 1000 })).rejects.toMatchObject({
      kind: 'print-timeout',
    });
    clearInterval(harming);
    await until(nothingLeft);
    await expect(printer.print(patient)).resolves.toBeDefined();
  });

  it('gives up on a document that crashes twice, leaves nothing behind, and prints the next', async () => {
    harm((group) => signalPages('SIGKILL', [group]));
    await expect(printer.print(patient)).rejects.toMatchObject({ kind: 'browser-failed' });
    clearInterval(harming);
    await until(nothingLeft);
    await expect(printer.print(patient)).resolves.toBeDefined();
  });

  it('does not take the document beside it along', async () => {
    // Both tabs hang, so both are busy when the impatient one ends the browser.
    await Promise.all([printer.print(patient), printer.print(patient)]);
    signalPages('SIGSTOP');
    const impatient = printer.print({ html, timeoutMs: 3000 });
    const beside = printer.print({ html, timeoutMs: 60_000 });
    for (const { bytes } of await Promise.all([impatient, beside])) {
      expect((await readPdf(bytes)).text).toContain('It was printed.');
    }
  });

  it('is replaced when it ended between two documents', async () => {
    signal(
      'SIGKILL',
      [...groups].map((id) => ({ id })),
    );
    await until(nothingLeft);
    await expect(printer.print(patient)).resolves.toBeDefined();
  });

  it('leaves nothing behind when the printer is closed, also while it prints', async () => {
    const printing = printer.print(patient);
    printing.catch(() => {});
    printer.close();
    printer.close();
    await expect(printing).rejects.toThrow('closed');
    await until(nothingLeft);
    await expect(printer.print(patient)).rejects.toThrow('closed');
  });
});
