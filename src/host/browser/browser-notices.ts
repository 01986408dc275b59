/** What a user should hear about the browser, once in a run. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { BrowserInfo } from '../../model/host.ts';

/** Major versions of Chromium whose PDFs were looked into, tag by tag. */
const firstTried = 147;
const lastTried = 156;

/**
 * browser, user (as in `BrowserSettings`) → `browser-untested` where its version is not among those
 * that were tried, `sandbox-off` where it runs without one. None of them stops a build.
 */
export function browserNotices(
  browser: BrowserInfo,
  userId: number | undefined,
): readonly Diagnostic[] {
  const notices: Diagnostic[] = [];
  const major = Number(/\/(\d+)/.exec(browser.version)?.[1]);
  if (!(major >= firstTried && major <= lastTried)) {
    const { version } = browser;
    notices.push(diagnose('browser-untested', { version, first: firstTried, last: lastTried }));
  }
  if (!browser.isSandboxed) {
    const reason =
      userId === 0
        ? 'it was started by root'
        : 'this system does not let an ordinary user build one';
    notices.push(diagnose('sandbox-off', { reason }));
  }
  return notices;
}
