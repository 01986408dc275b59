/**
 * One tab of the browser: takes a document, measures it and prints it. It sees no script, no network
 * and no file; each of the defences stands by itself, so that one may fail.
 */
import type { CDPSession } from 'puppeteer-core/internal/puppeteer-core-browser.js';
import type { ExamineJob, PageView, PrintResult } from '../../model/host.ts';
import { Crash } from './crash.ts';
import { measurePage, type PageMeasure } from './measure-page.ts';
import { fillingScript, framedPage } from './page-frame.ts';
import { renumberTagIds } from './tag-ids.ts';

/** What a tab keeps a document from. All are on; tests switch them off one by one. */
export interface Defences {
  /** Scripts of the document do not run. */
  readonly blocksScripts: boolean;
  /** Whatever is not `data:` is refused before it is asked for. */
  readonly blocksRequests: boolean;
  /** The tab believes that there is no network. */
  readonly isOffline: boolean;
}

export const allDefences: Defences = {
  blocksScripts: true,
  blocksRequests: true,
  isOffline: true,
};

/** What printToPDF assumes for a page without `@page`. Source: its defaults, 8.5 × 11 in and 1 cm. */
const plainPaper = { widthPx: 816, heightPx: 1056, marginPx: 96 / 2.54 };

/** A tag that lays down a rule for the page; no attribute name can be written in another way. */
const metaRule = /<meta\b[^>]*\bhttp-equiv\b[^>]*>/gi;

/**
 * Where scripts are off, no timer ever fires. Short ones only let the page breathe, so their work is done
 * at once; long ones are deadlines, which the printer has itself.
 */
const timersWithoutScripts = `globalThis.setTimeout = (work, delayMs = 0) => {
  if (delayMs < 100) Promise.resolve().then(work);
  return 0;
};
globalThis.clearTimeout = () => {};`;

/** Width of an A4 page with margins of 20 mm, the first guess for a tab's window. */
const guessedWindowPx = 642;

export class Tab {
  readonly session: CDPSession;
  readonly #frameId: string;
  readonly #crash: Crash;
  #windowPx = 0;
  #printed = 0;
  #rules: string | undefined;
  /** Of the page that it shows. */
  #frame: string | undefined;

  private constructor(session: CDPSession, frameId: string, crash: Crash) {
    this.session = session;
    this.#frameId = frameId;
    this.#crash = crash;
  }

  /** Attached session of an empty page, defences → a tab that is ready for documents. */
  static async open(session: CDPSession, defences: Defences = allDefences): Promise<Tab> {
    const crash = new Crash(session);
    const ready = Promise.all([
      session.send('Page.getFrameTree'),
      session.send('Inspector.enable'),
      session.send('Page.enable'),
      session.send('Emulation.setEmulatedMedia', { media: 'print' }),
      ...(defences.blocksScripts
        ? [session.send('Emulation.setScriptExecutionDisabled', { value: true })]
        : []),
      ...(defences.blocksRequests || defences.isOffline ? [enableNetwork(session)] : []),
      ...(defences.blocksRequests ? blockRequests(session) : []),
      ...(defences.isOffline ? [goOffline(session)] : []),
    ]);
    const [{ frameTree }] = await crash.or(ready);
    const tab = new Tab(session, frameTree.frame.id, crash);
    await crash.or(tab.#resize(guessedWindowPx));
    return tab;
  }

  /** How many documents it has printed. */
  get printed(): number {
    return this.#printed;
  }

  /** document → PDF and what does not fit. Rejects when the browser or the tab's process ends. */
  async print(html: string): Promise<PrintResult> {
    this.#printed += 1;
    return this.#crash.or(this.#print(html));
  }

  /** Shows a document in each view and answers its question. The tab is of no use for printing then. */
  async examine(job: ExamineJob): Promise<readonly unknown[]> {
    return this.#crash.or(this.#examine(job));
  }

  /** Frees the memory of documents that it shows no more. */
  async tidy(): Promise<void> {
    await this.session.send('HeapProfiler.collectGarbage');
  }

  async close(): Promise<void> {
    await this.session.send('Page.close');
  }

  async #examine({ html, library, views }: ExamineJob): Promise<readonly unknown[]> {
    const [first] = views;
    if (first !== undefined) await this.#show(first);
    await this.#load(html);
    const { executionContextId: contextId } = await this.session.send('Page.createIsolatedWorld', {
      frameId: this.#frameId,
      worldName: 'examination',
    });
    await this.#ask(`${timersWithoutScripts}\n${library}\n;0`, contextId);
    const answers: unknown[] = [];
    for (const view of views) {
      await this.#show(view);
      answers.push(await this.#ask(view.question, contextId));
    }
    return answers;
  }

  async #show({ widthPx, scheme }: PageView): Promise<void> {
    await this.session.send('Emulation.setEmulatedMedia', {
      media: 'screen',
      features: [{ name: 'prefers-color-scheme', value: scheme }],
    });
    await this.#resize(widthPx);
  }

  async #print(html: string): Promise<PrintResult> {
    await this.#load(html);
    const overflowing = await this.#findOverflow();
    const { data } = await this.session.send('Page.printToPDF', {
      generateDocumentOutline: true,
      generateTaggedPDF: true,
      preferCSSPageSize: true,
      printBackground: true,
    });
    return { bytes: renumberTagIds(Buffer.from(data, 'base64')), overflowing };
  }

  /**
   * The document is written into the empty page: it has no address, so nothing is relative to a file.
   * Writing replaces what the page shows but not the rules that were laid down for it, such as a
   * content policy, which add up; a document with other rules gets a fresh page, which takes longer.
   * One that shares the frame of the last only takes its place in it: a fifth less work, measured.
   */
  async #load(html: string): Promise<void> {
    const framed = framedPage(html);
    if (framed !== undefined && framed.frame === this.#frame) {
      await this.#ask(fillingScript(framed));
      return;
    }
    this.#frame = undefined;
    const rules = (html.match(metaRule) ?? []).join('');
    if (this.#rules !== undefined && this.#rules !== rules) {
      await this.#untilLoaded(this.session.send('Page.navigate', { url: 'about:blank' }));
    }
    this.#rules = rules;
    const frameId = this.#frameId;
    await this.#untilLoaded(this.session.send('Page.setDocumentContent', { frameId, html }));
    this.#frame = framed?.frame;
  }

  async #untilLoaded(command: Promise<unknown>): Promise<void> {
    const loaded = new Promise((resolve) => this.session.once('Page.loadEventFired', resolve));
    await command;
    await loaded;
  }

  /** Measures under print media, with the window as wide as each kind of page's column in turn. */
  async #findOverflow(): Promise<readonly string[]> {
    const first = await this.#measure();
    const overflowing = new Set(first.overflowing);
    for (const widthPx of first.columnWidthsPx.filter((width) => width !== this.#windowPx)) {
      await this.#resize(widthPx);
      for (const text of (await this.#measure()).overflowing) overflowing.add(text);
    }
    return [...overflowing];
  }

  async #measure(): Promise<PageMeasure> {
    // The value is what `measurePage` returned, carried over as JSON.
    return (await this.#ask(
      `(${measurePage.toString()})(${JSON.stringify(plainPaper)})`,
    )) as PageMeasure;
  }

  /** An expression, in the document or in a world apart from it → its value, promises waited for. */
  async #ask(expression: string, contextId?: number): Promise<unknown> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      ...(contextId === undefined ? {} : { contextId }),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails === undefined) return result.value;
    const { exception, text } = exceptionDetails;
    throw new Error(`the page could not be measured: ${exception?.description ?? text}`);
  }

  async #resize(widthPx: number): Promise<void> {
    this.#windowPx = widthPx;
    await this.session.send('Emulation.setDeviceMetricsOverride', {
      width: widthPx,
      height: plainPaper.heightPx,
      deviceScaleFactor: 1,
      mobile: false,
    });
  }
}

async function enableNetwork(session: CDPSession): Promise<void> {
  // Nothing that was loaded is asked for again, so nothing need be kept.
  await session.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 });
}

/**
 * Two layers, as each has gaps: what is intercepted here leaves out `<link rel=prefetch>`, the list
 * of blocked addresses leaves out frames and redirections.
 */
function blockRequests(session: CDPSession): Promise<unknown>[] {
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    const isData = request.url.startsWith('data:');
    const answer = isData
      ? session.send('Fetch.continueRequest', { requestId })
      : session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    // Nobody waits for the answer when the page has gone meanwhile.
    answer.catch(() => {});
  });
  return [
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    session.send('Network.setBlockedURLs', {
      urlPatterns: blockedAddresses.map((urlPattern) => ({ urlPattern, block: true })),
    }),
  ];
}

// In the syntax of https://urlpattern.spec.whatwg.org/
const blockedAddresses = [
  'http://*:*/*',
  'https://*:*/*',
  'ws://*:*/*',
  'wss://*:*/*',
  'ftp://*:*/*',
  'file:///*',
] as const;

async function goOffline(session: CDPSession): Promise<void> {
  await session.send('Network.emulateNetworkConditions', {
    offline: true,
    latency: 0,
    downloadThroughput: 0,
    uploadThroughput: 0,
  });
}
