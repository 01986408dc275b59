/** Starts the browser that was found, sandboxed where that is possible, and waits for its answer. */
import { type BrowserInfo, HostError } from '../../model/host.ts';
import { systemError } from '../files/system-error.ts';
import { BrowserProcess, type ProcessOptions } from './browser-process.ts';
import { type ChromiumPackage, findUnpacked, type UnpackedChromium } from './bundled-chromium.ts';
import { findBrowser } from './find-browser.ts';
import { RunningBrowser } from './running-browser.ts';
import type { BrowserSettings } from './settings.ts';
import { allDefences, type Defences } from './tab.ts';
import { withDeadline } from './with-deadline.ts';

export interface StartOptions {
  /** Told once when something takes long that happens only the first time. */
  readonly onNotice: (message: string) => void;
  /** Every process that is spawned is added before anything can go wrong with it. */
  readonly processes: Set<BrowserProcess>;
  readonly defences?: Defences;
  readonly isDisconnected?: boolean;
  readonly isDrawing?: boolean;
}

/** Long enough for a cold disk; puppeteer's own default. */
const startTimeoutMs = 30_000;

/** For a killed process to be gone, on a machine that is very busy. */
const endTimeoutMs = 10_000;

/**
 * settings → a browser that answers. Its process is spawned before this function returns, unless the
 * bundled browser must be unpacked first. Throws `browser-missing` or `browser-failed`.
 */
export async function startBrowser(
  settings: BrowserSettings,
  options: StartOptions,
): Promise<RunningBrowser> {
  const found = findBrowser(settings);
  const program =
    found.origin === 'bundled'
      ? bundledProgram(
          findUnpacked(found.chromium, settings) ??
            (await unpack(found.chromium, settings, options)),
        )
      : { ...found, unpacked: undefined };
  if (settings.userId === 0) return await launch(settings, options, program, false);
  try {
    return await launch(settings, options, program, true);
  } catch (error) {
    // There is no telling beforehand whether the kernel lets this user build a sandbox.
    if (settings.platform !== 'linux' || !isSandboxRefusal(error)) throw error;
    return await launch(settings, options, program, false);
  }
}

function bundledProgram(unpacked: UnpackedChromium): Program {
  return { origin: 'bundled', executable: unpacked.executable, unpacked };
}

async function unpack(
  chromium: ChromiumPackage,
  settings: BrowserSettings,
  options: StartOptions,
): Promise<UnpackedChromium> {
  options.onNotice('unpacking the browser; this happens once');
  const { unpackChromium } = await import('./unpack-chromium.ts');
  return await unpackChromium(chromium, settings);
}

interface Program {
  readonly origin: BrowserInfo['origin'];
  readonly executable: string;
  readonly unpacked: UnpackedChromium | undefined;
}

async function launch(
  settings: BrowserSettings,
  options: StartOptions,
  { origin, executable, unpacked }: Program,
  isSandboxed: boolean,
): Promise<RunningBrowser> {
  const { isDisconnected = true, isDrawing = false, defences = allDefences } = options;
  const process = spawnProcess(settings, {
    executable,
    unpacked,
    isSandboxed,
    isDisconnected,
    isDrawing,
  });
  options.processes.add(process);
  process.ended.then(() => options.processes.delete(process));
  try {
    const connected = Promise.race([connect(process), failWhenEnded(process)]);
    const { root, version, firstPage } = await withDeadline(connected, startTimeoutMs);
    const info = { version, origin, executable, isSandboxed };
    return new RunningBrowser({ info, process, root, firstPage, defences });
  } catch (error) {
    process.kill();
    const complaint = await withDeadline(process.ended, endTimeoutMs).catch(() => '');
    throw new StartFailure(executable, complaint, error);
  }
}

function spawnProcess(settings: BrowserSettings, options: ProcessOptions): BrowserProcess {
  try {
    return new BrowserProcess(settings, options);
  } catch (error) {
    const { message } = systemError(error, settings.temporaryFolder, 'write');
    throw new HostError('browser-failed', `the browser cannot be started: ${message}`, {
      cause: error,
      hint: 'set TMPDIR to a folder in which you may write',
    });
  }
}

/** A browser that ends before anybody listens to it is not heard of through its pipe. */
async function failWhenEnded(process: BrowserProcess): Promise<never> {
  await process.ended;
  throw new Error('the process ended');
}

async function connect(process: BrowserProcess) {
  // Imported after the spawn: the browser starts while this is read.
  const puppeteer = await import('puppeteer-core/internal/puppeteer-core-browser.js');
  const browser = await puppeteer.connect({
    transport: process.transport,
    defaultViewport: null,
    // Every wait here has a deadline of its own.
    protocolTimeout: 0,
  });
  const root = await browser.target().createCDPSession();
  const [{ product }, { targetInfos }] = await Promise.all([
    root.send('Browser.getVersion'),
    root.send('Target.getTargets'),
  ]);
  const firstPage = targetInfos.find(({ type }) => type === 'page')?.targetId;
  return { root, firstPage, version: product.replace('HeadlessChrome', 'Chrome') };
}

/** A browser that ended, or was silent, before it answered; keeps what it said. */
class StartFailure extends HostError {
  readonly complaint: string;

  constructor(executable: string, complaint: string, cause: unknown) {
    const lines = complaint.trim().split('\n');
    const said = lines.find((line) => telling.test(line)) ?? lines.at(-1);
    const library = /error while loading shared libraries: (\S+?):/.exec(complaint)?.[1];
    const remedy =
      library === undefined
        ? 'start it by hand to see what it says'
        : `install the system library ${library}`;
    super('browser-failed', `the browser ${executable} did not start${said ? `: ${said}` : ''}`, {
      cause,
      hint: `${remedy}, or name another browser in BRIEF_BROWSER`,
    });
    this.complaint = complaint;
  }
}

const telling = /FATAL|error while loading|ENOENT|EACCES/;

// Source: zygote_host_impl_linux.cc and credentials.cc of Chromium.
const sandboxComplaint =
  /No usable sandbox|setuid sandbox|without --no-sandbox|Failed to move to new namespace/i;

function isSandboxRefusal(error: unknown): boolean {
  return error instanceof StartFailure && sandboxComplaint.test(error.complaint);
}
