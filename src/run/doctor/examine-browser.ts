/** Tries the browser by printing a page. */
import { type BrowserInfo, type Host, HostError } from '../../model/host.ts';
import { failure, type Observation, sound } from './observation.ts';

/** Time for a page of one word, in milliseconds; generous, as a cold disk is slow. */
const trialTimeoutMs = 30_000;

/** host → what its browser is and whether it prints, and whether it is shut in. */
export async function examineBrowser(host: Host): Promise<readonly Observation[]> {
  try {
    const printer = await host.printer();
    const html = '<!doctype html><html lang="en"><title>Trial</title><p>Trial</p></html>';
    const { bytes } = await printer.print({ html, timeoutMs: trialTimeoutMs });
    if (new TextDecoder('latin1').decode(bytes.slice(0, 5)) !== '%PDF-') {
      throw new HostError('browser-failed', 'the browser printed something that is no PDF');
    }
    return [browserObservation(printer.browser), sandboxObservation(printer.browser)];
  } catch (error) {
    return [failure('browser', error, 'name another browser in BRIEF_BROWSER')];
  }
}

// Versions that pages were tried with; older than the first of them, the print styles are untried.
// Source: measurements with Chromium 147 to 156.
const triedVersions = [147, 156] as const;

function browserObservation({ version, origin, executable }: BrowserInfo): Observation {
  const where = {
    named: `the one you named, ${executable}`,
    bundled: 'the one that ships with brief',
    puppeteer: `downloaded by puppeteer, ${executable}`,
    installed: `installed on this machine, ${executable}`,
  }[origin];
  const message = `${version.replace('/', ' ')}, ${where}; it prints`;
  const major = Number(/\/(\d+)/.exec(version)?.[1]);
  const [oldest, newest] = triedVersions;
  if (major >= oldest && major <= newest) return sound('browser', message);
  const remedy = `pages were tried with Chrome ${oldest} to ${newest}: look at each PDF before you publish it`;
  return { subject: 'browser', state: 'warning', message, remedy };
}

function sandboxObservation({ isSandboxed }: BrowserInfo): Observation {
  if (isSandboxed) {
    return sound('sandbox', 'the browser is shut in its own sandbox');
  }
  return {
    subject: 'sandbox',
    state: 'warning',
    message: 'the browser runs without its sandbox, as it must for root or on a locked-down kernel',
    remedy: 'run brief as an ordinary user; scripts, files and the network are barred either way',
  };
}
