import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserNotices } from '../../../src/host/browser/browser-notices.ts';
import { describeBrowser } from '../../../src/host/browser/describe-browser.ts';
import { findBrowser } from '../../../src/host/browser/find-browser.ts';
import { createPrinter } from '../../../src/host/browser/printer.ts';
import { type BrowserSettings, readBrowserSettings } from '../../../src/host/browser/settings.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefwright-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A machine without the bundled browser and without anything else. */
function bareMachine(changes: Partial<BrowserSettings> = {}): BrowserSettings {
  return {
    named: undefined,
    platform: 'linux',
    architecture: 'arm64',
    userId: 1000,
    cacheFolders: [join(folder, 'cache')],
    puppeteerFolder: join(folder, 'puppeteer'),
    temporaryFolder: folder,
    homeFolder: folder,
    environment: { PATH: join(folder, 'bin') },
    ...changes,
  };
}

function putProgram(...path: string[]): string {
  const program = join(folder, ...path);
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(program, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  return program;
}

describe('the browser that prints', () => {
  it('is the one that the user names, by path or by command', () => {
    const executable = putProgram('bin', 'my-chrome');
    for (const name of [executable, 'my-chrome']) {
      const named = { executable: name, by: 'BRIEF_BROWSER' };
      expect(findBrowser(bareMachine({ named }))).toEqual({ origin: 'named', executable });
    }
  });

  it('is never another one when the one that is named does not exist', () => {
    putProgram('bin', 'chromium');
    const named = { executable: '/nowhere/chrome', by: 'BRIEF_BROWSER' };
    expect(() => findBrowser(bareMachine({ named }))).toThrow(
      expect.objectContaining({
        kind: 'browser-missing',
        message: expect.stringContaining('/nowhere/chrome'),
        hint: expect.stringContaining('BRIEF_BROWSER'),
      }),
    );
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'is the bundled one on Linux x64, before any that is installed',
    () => {
      putProgram('bin', 'chromium');
      expect(findBrowser(bareMachine({ architecture: 'x64' }))).toMatchObject({
        origin: 'bundled',
        chromium: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
      });
    },
  );

  it("is the newest of puppeteer's downloads, the headless shell before Chrome", () => {
    putProgram('bin', 'chromium');
    const chrome = putProgram('puppeteer/chrome/linux_arm-200.0.1.0/chrome-linux-arm64/chrome');
    const found = () => findBrowser(bareMachine());
    expect(found()).toEqual({ origin: 'puppeteer', executable: chrome });
    const shells = join('puppeteer', 'chrome-headless-shell');
    const name = 'chrome-headless-shell';
    putProgram(shells, 'linux_arm-99.0.1.0', 'chrome-headless-shell-linux64', name);
    const newest = putProgram(shells, 'linux_arm-153.0.1.0', 'chrome-headless-shell-linux64', name);
    expect(found()).toEqual({ origin: 'puppeteer', executable: newest });
  });

  it('is an installed one where there is no other', () => {
    const chromium = putProgram('bin', 'chromium');
    expect(findBrowser(bareMachine())).toEqual({ origin: 'installed', executable: chromium });
  });

  it('is found where macOS and Windows keep theirs', () => {
    const edge = putProgram('programs', 'Microsoft', 'Edge', 'Application', 'msedge.exe');
    const environment = { PROGRAMFILES: join(folder, 'programs') };
    expect(findBrowser(bareMachine({ platform: 'win32', environment }))).toEqual({
      origin: 'installed',
      executable: edge,
    });
    const mac = putProgram('Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(findBrowser(bareMachine({ platform: 'darwin' }))).toEqual({
      origin: 'installed',
      executable: mac,
    });
  });

  it('is missed with the one command to run where there is none', async () => {
    const missing = {
      kind: 'browser-missing',
      hint: 'run: npx puppeteer browsers install chrome-headless-shell',
    };
    await expect(createPrinter({ settings: bareMachine() })).rejects.toMatchObject(missing);
    await expect(describeBrowser({ settings: bareMachine() })).rejects.toMatchObject(missing);
  });

  it('is said not to start when it is no browser', async () => {
    const named = { executable: putProgram('bin', 'no-browser'), by: 'BRIEF_BROWSER' };
    await expect(createPrinter({ settings: bareMachine({ named }) })).rejects.toMatchObject({
      kind: 'browser-failed',
      message: expect.stringContaining('no-browser did not start'),
    });
    expect(readdirSync(folder)).toEqual(['bin']);
  });

  it('is said not to start where its profile cannot be written', async () => {
    const named = { executable: putProgram('bin', 'no-browser'), by: 'BRIEF_BROWSER' };
    const settings = bareMachine({ named, temporaryFolder: join(folder, 'nowhere') });
    await expect(createPrinter({ settings })).rejects.toMatchObject({
      kind: 'browser-failed',
      hint: expect.stringContaining('TMPDIR'),
    });
  });
});

describe('the settings', () => {
  it('take the first variable that names a browser', () => {
    const { named } = readBrowserSettings({
      BRIEF_BROWSER: ' ',
      PUPPETEER_EXECUTABLE_PATH: '/opt/chrome',
    });
    expect(named).toEqual({ executable: '/opt/chrome', by: 'PUPPETEER_EXECUTABLE_PATH' });
  });

  it('keep the cache in the temporary folder where there is no home', () => {
    const { cacheFolders } = readBrowserSettings({});
    expect(cacheFolders).toHaveLength(process.platform === 'win32' ? 2 : 1);
    expect(cacheFolders.at(-1)).toContain(tmpdir());
  });

  it('ignore a relative XDG_CACHE_HOME', () => {
    const { cacheFolders } = readBrowserSettings({ HOME: '/home/a', XDG_CACHE_HOME: 'cache' });
    expect(cacheFolders[0]).toBe(join('/home/a', '.cache', 'briefwright'));
  });
});

describe('a notice', () => {
  const browser = { version: 'Chrome/153.0.1.0', origin: 'bundled', executable: '/x' } as const;
  const codes = (version: string, isSandboxed: boolean) =>
    browserNotices({ ...browser, version, isSandboxed }, 1000).map(({ code }) => code);

  it('is given for an untried version and for a missing sandbox only', () => {
    expect(codes('Chrome/153.0.1.0', true)).toEqual([]);
    expect(codes('Chrome/131.0.1.0', true)).toEqual(['browser-untested']);
    expect(codes('Edg/153.0.1.0', false)).toEqual(['sandbox-off']);
    expect(codes('unknown', true)).toEqual(['browser-untested']);
  });
});
