/** A browser that answers, and lends its tabs. */
import type { CDPSession } from 'puppeteer-core/internal/puppeteer-core-browser.js';
import type { BrowserInfo } from '../../model/host.ts';
import type { BrowserProcess } from './browser-process.ts';
import { type Defences, Tab } from './tab.ts';

/**
 * After so many documents a tab throws away what the last ones left: measured, a third less memory than
 * a new tab after every 25, and less time, as a new tab has to read the fonts again.
 */
const documentsPerTidying = 8;

/** After so many it is replaced all the same, in case that something else piles up in it. */
const documentsPerTab = 100;

/** What is known of a browser once it has answered. */
export interface AnsweringBrowser {
  readonly info: BrowserInfo;
  readonly process: BrowserProcess;
  /** The session of the browser as a whole. */
  readonly root: CDPSession;
  /** The empty page that it opened by itself. */
  readonly firstPage: string | undefined;
  readonly defences: Defences;
}

export class RunningBrowser {
  readonly info: BrowserInfo;
  readonly #process: BrowserProcess;
  readonly #root: CDPSession;
  readonly #defences: Defences;
  #idle: Promise<Tab>[];

  constructor({ info, process, root, firstPage, defences }: AnsweringBrowser) {
    this.info = info;
    this.#process = process;
    this.#root = root;
    this.#defences = defences;
    this.#idle = [this.#open(firstPage)];
  }

  get hasEnded(): boolean {
    return this.#process.hasEnded;
  }

  /** Runs `work` on an idle tab, or on a new one when all are busy; rejects as `work` does. */
  async withTab<T>(work: (tab: Tab) => Promise<T>): Promise<T> {
    const tab = await (this.#idle.pop() ?? this.#open());
    const result = await work(tab);
    if (tab.printed < documentsPerTab) {
      const isDue = tab.printed % documentsPerTidying === 0;
      this.#idle.push(isDue ? tidied(tab) : Promise.resolve(tab));
    } else {
      // The new one first: a browser whose last tab closes may end.
      this.#idle.push(this.#open());
      await tab.close();
    }
    return result;
  }

  /** Runs `work` on a tab of its own, which it may leave as it likes; rejects as `work` does. */
  async withNewTab<T>(work: (tab: Tab) => Promise<T>): Promise<T> {
    const tab = await this.#open();
    const result = await work(tab);
    await tab.close();
    return result;
  }

  /** Ends all its processes. */
  kill(): void {
    this.#process.kill();
  }

  #open(page?: string): Promise<Tab> {
    const tab = this.#attach(page).then((session) => Tab.open(session, this.#defences));
    // Whoever takes the tab sees the failure; until then it is nobody's.
    tab.catch(() => {});
    return tab;
  }

  async #attach(page: string | undefined): Promise<CDPSession> {
    const targetId =
      page ?? (await this.#root.send('Target.createTarget', { url: 'about:blank' })).targetId;
    const { sessionId } = await this.#root.send('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const session = this.#root.connection()?.session(sessionId);
    if (session === undefined || session === null) throw new Error('the tab has gone');
    return session;
  }
}

/** Nobody waits for it but who needs the tab next; a failure shows when that one prints. */
async function tidied(tab: Tab): Promise<Tab> {
  await tab.tidy().catch(() => {});
  return tab;
}
