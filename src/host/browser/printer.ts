/**
 * Prints documents with a browser that is started early, shared, and replaced when it fails. Importing
 * this file costs little: what drives the browser is imported after the browser was spawned.
 */
import {
  type BrowserInfo,
  type ExamineJob,
  HostError,
  type Printer,
  type PrintJob,
  type PrintResult,
} from '../../model/host.ts';
import { onExit } from '../files/on-exit.ts';
import type { BrowserProcess } from './browser-process.ts';
import { createLimiter } from './limiter.ts';
import type { RunningBrowser } from './running-browser.ts';
import { type BrowserSettings, readBrowserSettings } from './settings.ts';
import { type StartOptions, startBrowser } from './start-browser.ts';
import { DeadlineError, withDeadline } from './with-deadline.ts';

/** A printer that holds a browser. */
export interface ClosablePrinter extends Printer {
  /** Ends the browser and all its processes at once. Safe to call twice. */
  close(): void;
}

export interface PrinterOptions extends Partial<Omit<StartOptions, 'processes'>> {
  readonly settings?: BrowserSettings;
}

/** Measured on two cores: a second page in parallel nearly halves the time, a third gains nothing. */
const pagesAtOnce = 2;

/**
 * options → a printer whose browser answers. When this function returns its promise, the browser's
 * process has been spawned already, unless it must be unpacked first; so call it first and load the
 * rest meanwhile. Rejects with `browser-missing` or `browser-failed`; a rejection that nobody looks
 * at is no error, so that a program may start a browser it turns out not to need.
 */
export function createPrinter(options: PrinterOptions = {}): Promise<ClosablePrinter> {
  const printer = new BrowserPrinter(options);
  const ready = printer.start();
  ready.catch(() => {});
  return ready;
}

class BrowserPrinter implements ClosablePrinter {
  readonly #settings: BrowserSettings;
  readonly #startOptions: StartOptions;
  readonly #processes = new Set<BrowserProcess>();
  readonly #limit = createLimiter(pagesAtOnce);
  readonly #cancelExit: () => void;
  #shared: Promise<RunningBrowser> | undefined;
  #info: BrowserInfo | undefined;
  #isClosed = false;

  constructor({ settings = readBrowserSettings(), ...rest }: PrinterOptions) {
    this.#settings = settings;
    this.#startOptions = { onNotice: () => {}, ...rest, processes: this.#processes };
    this.#cancelExit = onExit(() => this.close());
  }

  get browser(): BrowserInfo {
    if (this.#info === undefined) throw new Error('the printer has not started');
    return this.#info;
  }

  async start(): Promise<ClosablePrinter> {
    try {
      await this.#browser();
      return this;
    } catch (error) {
      this.close();
      throw error;
    }
  }

  print({ html, timeoutMs }: PrintJob): Promise<PrintResult> {
    const run = (browser: RunningBrowser) => browser.withTab((tab) => tab.print(html));
    return this.#twice({ what: 'printing', run, timeoutMs });
  }

  examine(job: ExamineJob): Promise<readonly unknown[]> {
    const run = (browser: RunningBrowser) => browser.withNewTab((tab) => tab.examine(job));
    return this.#twice({ what: 'showing a page', run, timeoutMs: job.timeoutMs });
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelExit();
    for (const process of this.#processes) process.kill();
  }

  /**
   * A failed attempt is repeated once, in a browser of its own: so neither the document that made the
   * shared browser end, nor the one that was being printed beside it, meets the other again.
   */
  async #twice<T>(work: Work<T>): Promise<T> {
    return await this.#limit(async () => {
      const shared = await this.#browser();
      try {
        return await this.#attempt(shared, work);
      } catch {
        if (this.#isClosed) throw new Error('the printer was closed while it printed');
      }
      const own = await this.#start();
      try {
        return await this.#attempt(own, work);
      } finally {
        own.kill();
      }
    });
  }

  async #attempt<T>(browser: RunningBrowser, { what, run, timeoutMs }: Work<T>): Promise<T> {
    try {
      return await withDeadline(run(browser), timeoutMs);
    } catch (error) {
      browser.kill();
      throw failure(error, what, timeoutMs);
    }
  }

  /** The shared browser; a new one when there is none, or the last one has ended. */
  async #browser(): Promise<RunningBrowser> {
    while (true) {
      this.#shared ??= this.#start();
      const shared = this.#shared;
      const running = await shared.catch((error: unknown) => {
        this.#forget(shared);
        throw error;
      });
      if (!running.hasEnded) return running;
      this.#forget(shared);
    }
  }

  /** Another caller may have started a new one already, which is kept. */
  #forget(shared: Promise<RunningBrowser>): void {
    if (this.#shared === shared) this.#shared = undefined;
  }

  async #start(): Promise<RunningBrowser> {
    if (this.#isClosed) throw new Error('the printer is closed');
    const browser = await startBrowser(this.#settings, this.#startOptions);
    this.#info = browser.info;
    if (this.#isClosed) {
      browser.kill();
      throw new Error('the printer was closed while it started');
    }
    return browser;
  }
}

/** What a browser is asked to do, once or, where that fails, twice. */
interface Work<T> {
  readonly what: 'printing' | 'showing a page';
  readonly run: (browser: RunningBrowser) => Promise<T>;
  readonly timeoutMs: number;
}

function failure(cause: unknown, what: Work<unknown>['what'], timeoutMs: number): HostError {
  if (cause instanceof DeadlineError) {
    return new HostError(
      'print-timeout',
      `${what} was not finished after ${timeoutMs / 1000} s, tried twice`,
      { cause, hint: 'look for a very large image or table, or allow more time' },
    );
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new HostError('browser-failed', `the browser failed while ${what}, twice: ${reason}`, {
    cause,
    hint: 'run it again; if it fails again, name another browser in BRIEF_BROWSER',
  });
}
