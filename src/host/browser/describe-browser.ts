/** Tries the browser out for whoever asks whether printing would work. */
import type { BrowserInfo } from '../../model/host.ts';
import { createPrinter, type PrinterOptions } from './printer.ts';

/**
 * options → where the browser was found, its version, and whether its sandbox works: it is started and
 * ended, and prints nothing. Rejects with `browser-missing` or `browser-failed`.
 */
export async function describeBrowser(options: PrinterOptions = {}): Promise<BrowserInfo> {
  const printer = await createPrinter(options);
  printer.close();
  return printer.browser;
}
