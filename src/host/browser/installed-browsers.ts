/** Where browsers lie that this tool did not bring: puppeteer's downloads and installed programs. */
import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserSettings } from './settings.ts';

/**
 * settings → paths where puppeteer would have put its downloads, best first: the headless shell, then
 * Chrome, each with the newest version first. Source: `Cache` and `browser-data` of @puppeteer/browsers 3.
 */
export function puppeteerPlaces(settings: BrowserSettings): readonly string[] {
  const { puppeteerFolder: root } = settings;
  if (root === undefined) return [];
  return puppeteerPrograms(settings.platform).flatMap(({ browser, path }) =>
    foldersOf(join(root, browser))
      .toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .flatMap((version) =>
        foldersOf(join(root, browser, version)).map((inner) =>
          join(root, browser, version, inner, ...path),
        ),
      ),
  );
}

/** settings → paths where Chrome, Chromium or Edge may be installed, best first. */
export function installedPlaces(settings: BrowserSettings): readonly string[] {
  const { environment, homeFolder } = settings;
  switch (settings.platform) {
    case 'darwin':
      return [
        '/Applications',
        ...(homeFolder === undefined ? [] : [join(homeFolder, 'Applications')]),
      ].flatMap((folder) =>
        macApplications.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
      );
    case 'win32':
      return windowsFolders
        .map((name) => environment[name])
        .filter((folder) => folder !== undefined && folder !== '')
        .flatMap((folder) => windowsPrograms.map((path) => join(folder ?? '', ...path)));
    default:
      return linuxPrograms.flatMap((name) => placesOnPath(name, environment.PATH));
  }
}

/** A program's name and the PATH variable → where it may lie. */
export function placesOnPath(name: string, path: string | undefined): readonly string[] {
  return (path ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name));
}

function puppeteerPrograms(platform: NodeJS.Platform) {
  const suffix = platform === 'win32' ? '.exe' : '';
  const chromeForTesting = 'Google Chrome for Testing';
  return [
    { browser: 'chrome-headless-shell', path: [`chrome-headless-shell${suffix}`] },
    {
      browser: 'chrome',
      path:
        platform === 'darwin'
          ? [`${chromeForTesting}.app`, 'Contents', 'MacOS', chromeForTesting]
          : [`chrome${suffix}`],
    },
  ];
}

function foldersOf(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'] as const;

// Source: `WINDOWS_ENV_PARAM_NAMES` of @puppeteer/browsers 3.
const windowsFolders = [
  'PROGRAMFILES',
  'ProgramW6432',
  'ProgramFiles(x86)',
  'LOCALAPPDATA',
] as const;

const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
] as const;

// Names under which Debian, Fedora, Arch, Alpine and the makers' own packages install them.
const linuxPrograms = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
] as const;
