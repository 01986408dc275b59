/**
 * The flags and the environment that a browser is started with. Deliberately absent, although often
 * seen: `--disable-web-security`, `--single-process`, `--allow-running-insecure-content`.
 * Source of what a flag does: https://peter.sh/experiments/chromium-command-line-switches/
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UnpackedChromium } from './bundled-chromium.ts';
import type { BrowserSettings } from './settings.ts';

export interface FlagOptions {
  readonly isSandboxed: boolean;
  /** The browser resolves no name and no address, so no connection can be made; off in tests only. */
  readonly isDisconnected: boolean;
  /** The browser paints pages for a screen as well; on in tests only, nobody looks. */
  readonly isDrawing: boolean;
  readonly profileFolder: string;
}

/** options → command line without the program's name. */
export function launchFlags(options: FlagOptions): readonly string[] {
  return [
    '--headless',
    // Nothing is written into the profile, so that nothing need be removed: 55 ms, measured.
    '--incognito',
    '--remote-debugging-pipe',
    `--user-data-dir=${options.profileFolder}`,
    ...(options.isSandboxed ? [] : ['--no-sandbox']),
    ...(options.isDisconnected ? ['--host-resolver-rules=MAP * ~NOTFOUND'] : []),
    // A frame is drawn when it is asked for, which nobody does: 15 of 88 ms a brief of processor time, measured.
    ...(options.isDrawing ? [] : ['--enable-begin-frame-control']),
    ...quietFlags,
    ...steadyFlags,
    'about:blank',
  ];
}

/** Nothing is asked, reported, synchronised or updated behind the user's back. */
const quietFlags = [
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-features=MediaRouter,OptimizationHints,Translate',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
] as const;

/** The same page on every machine; no graphics card and no shared memory of a certain size is needed. */
const steadyFlags = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-renderer-backgrounding',
  '--disable-software-rasterizer',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--lang=en-US',
] as const;

/**
 * settings, what was unpacked if the browser is the bundled one, profile → environment of the browser.
 * A bundled browser gets a bare one: none of the user's variables, its own fonts, a home in its
 * profile. An installed browser may be a script that needs the user's variables, and keeps them.
 */
export function browserEnvironment(
  settings: BrowserSettings,
  unpacked: UnpackedChromium | undefined,
  profileFolder: string,
): Readonly<Record<string, string | undefined>> {
  // UTC, so that the dates that the browser writes do not tell where it ran.
  if (unpacked === undefined) return { ...settings.environment, TZ: 'UTC' };
  return {
    HOME: profileFolder,
    LANG: 'C.UTF-8',
    PATH: settings.environment.PATH,
    TMPDIR: settings.temporaryFolder,
    TZ: 'UTC',
    FONTCONFIG_FILE: writeFontConfiguration(unpacked.fontFolder, profileFolder),
    ...(hasLibraries(systemLibraryFolders) ? {} : { LD_LIBRARY_PATH: unpacked.libraryFolder }),
  };
}

/**
 * Without any font, Chromium leaves text out silently; with the system's fonts, a page differs from
 * machine to machine. So it is shown one family, which draws what a document's own fonts lack.
 */
function writeFontConfiguration(fontFolder: string, profileFolder: string): string {
  const path = join(profileFolder, 'fonts.conf');
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${escapeXml(fontFolder)}</dir>
  <cachedir>${escapeXml(join(fontFolder, 'cache'))}</cachedir>
</fontconfig>
`;
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Where Debian, Fedora, Arch and their relatives keep libraries. Source: ld.so(8) and their ld.so.conf. */
const systemLibraryFolders = [
  '/usr/lib/x86_64-linux-gnu',
  '/lib/x86_64-linux-gnu',
  '/usr/lib64',
  '/lib64',
  '/usr/lib',
] as const;

// What the bundled program is linked with besides glibc. Source: its ELF header.
const neededLibraries = ['libnss3.so', 'libnssutil3.so', 'libnspr4.so', 'libexpat.so.1'] as const;

function hasLibraries(folders: readonly string[]): boolean {
  return neededLibraries.every((name) => folders.some((folder) => existsSync(join(folder, name))));
}
