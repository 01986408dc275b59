/** A browser whose defences a test chooses one by one. */
import type { BrowserProcess } from '../../../src/host/browser/browser-process.ts';
import type { RunningBrowser } from '../../../src/host/browser/running-browser.ts';
import { readBrowserSettings } from '../../../src/host/browser/settings.ts';
import { startBrowser } from '../../../src/host/browser/start-browser.ts';
import type { Defences, Tab } from '../../../src/host/browser/tab.ts';
import { withDeadline } from '../../../src/host/browser/with-deadline.ts';

export interface TestedDefences extends Defences {
  readonly isDisconnected: boolean;
}

export const noDefences: TestedDefences = {
  blocksScripts: false,
  blocksRequests: false,
  isOffline: false,
  isDisconnected: false,
};

/** Starts a browser with these defences only, and ends it when `work` is done. */
export async function withBrowser<T>(
  { isDisconnected, ...defences }: TestedDefences,
  work: (browser: RunningBrowser) => Promise<T>,
): Promise<T> {
  const processes = new Set<BrowserProcess>();
  try {
    return await work(
      await startBrowser(readBrowserSettings(), {
        onNotice: () => {},
        processes,
        defences,
        isDisconnected,
      }),
    );
  } finally {
    for (const process of processes) process.kill();
  }
}

/** Prints each document and leaves it a moment in which to do harm; a print that fails does not matter. */
export async function exposeTo(
  browser: RunningBrowser,
  documents: readonly string[],
): Promise<void> {
  const expose = async (tab: Tab, html: string) => {
    await withDeadline(tab.print(html), 3000).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 60));
  };
  for (const html of documents) await browser.withTab((tab) => expose(tab, html));
  await new Promise((resolve) => setTimeout(resolve, 250));
}
