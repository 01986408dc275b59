/** A browser that answers, and lends its tabs. */
import type { CDPSession } from 'puppeteer-core/internal/puppeteer-core-browser.js';
import type { BrowserInfo } from '../../model/host.ts';
import type { BrowserProcess } from './browser-process.ts';
import { type Defences, Tab } from './tab.ts';

/** After so many documents a tab is replaced: measured, memory −44 %, time +5 %. */
const documentsPerTab = 25;

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
      this.#idle.push(Promise.resolve(tab));
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
