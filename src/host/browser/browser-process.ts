/** The operating system's side of a browser: its processes, its pipes and its profile on the disk. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { UnpackedChromium } from './bundled-chromium.ts';
import { browserEnvironment, launchFlags } from './launch-options.ts';
import { createPipeTransport, type Transport } from './pipe-transport.ts';
import type { BrowserSettings } from './settings.ts';

export interface ProcessOptions {
  readonly executable: string;
  /** What was unpacked, where the browser is the bundled one. */
  readonly unpacked: UnpackedChromium | undefined;
  readonly isSandboxed: boolean;
  readonly isDisconnected: boolean;
  readonly isDrawing: boolean;
}

/** How much of what the browser complains of is kept, for the message if it ends. */
const keptComplaint = 4096;

/** A running browser; spawned by the constructor, which imports nothing heavy and waits for nothing. */
export class BrowserProcess {
  readonly transport: Transport;
  /** Resolves once the browser's main process has ended, with what it last wrote to its error output. */
  readonly ended: Promise<string>;
  readonly #child: ChildProcess;
  readonly #profileFolder: string;
  readonly #isWindows: boolean;
  #hasEnded = false;

  /** Throws a system error where no profile folder can be made or no process spawned. */
  constructor(settings: BrowserSettings, options: ProcessOptions) {
    this.#profileFolder = mkdtempSync(join(settings.temporaryFolder, 'briefwright-browser-'));
    this.#isWindows = settings.platform === 'win32';
    try {
      this.#child = this.#spawn(settings, options);
      this.transport = pipesOf(this.#child);
    } catch (error) {
      rmSync(this.#profileFolder, { recursive: true, force: true });
      throw error;
    }
    this.ended = this.#watch();
    letProcessEnd(this.#child);
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Ends every process of the browser at once and removes its profile. Safe to call twice. */
  kill(): void {
    if (!this.#hasEnded) this.#killTree();
    this.#clear();
  }

  #spawn(settings: BrowserSettings, options: ProcessOptions): ChildProcess {
    const profileFolder = this.#profileFolder;
    return spawn(options.executable, launchFlags({ ...options, profileFolder }), {
      // A process group of its own, so that all its processes can be ended by one signal.
      detached: !this.#isWindows,
      env: { ...browserEnvironment(settings, options.unpacked, profileFolder) },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
  }

  #watch(): Promise<string> {
    const child = this.#child;
    let complaint = '';
    child.stderr?.on('data', (text: Buffer) => {
      complaint = (complaint + text.toString('utf8')).slice(-keptComplaint);
    });
    return new Promise((resolve) => {
      const end = () => {
        // Its helpers may outlive it for a moment; the group is still theirs.
        if (!this.#hasEnded) this.#killTree();
        this.#hasEnded = true;
        this.#clear();
      };
      child.once('exit', end);
      child.once('close', () => resolve(complaint));
      child.once('error', (error) => {
        end();
        resolve(error.message);
      });
    });
  }

  #killTree(): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    if (this.#isWindows) {
      spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { windowsHide: true });
      return;
    }
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // The group is gone already.
    }
  }

  #clear(): void {
    this.transport.close();
    // Processes that are just being killed may still hold a file for an instant; the retries wait.
    rmSync(this.#profileFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  }
}

function pipesOf(child: ChildProcess): Transport {
  const [, , , toBrowser, fromBrowser] = child.stdio;
  if (!(toBrowser instanceof Writable) || !(fromBrowser instanceof Readable)) {
    throw new Error('the browser was spawned without its pipes');
  }
  return createPipeTransport(toBrowser, fromBrowser);
}

/** An idle browser does not keep the program alive; whoever waits for an answer holds a timer. */
function letProcessEnd(child: ChildProcess): void {
  child.unref();
  for (const stream of child.stdio) if (stream instanceof Socket) stream.unref();
}
