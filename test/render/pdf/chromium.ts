/** The browser that the product prints with, for tests of printed pages. */
import { createPrinter } from '../../../src/host/browser/printer.ts';
import type { PrintJob, PrintResult } from '../../../src/model/host.ts';

export interface TestPrinter {
  print(job: PrintJob): Promise<PrintResult>;
  close(): void;
}

export async function startPrinter(): Promise<TestPrinter> {
  const printer = await createPrinter();
  return { print: (job) => printer.print(job), close: () => printer.close() };
}
