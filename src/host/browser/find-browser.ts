/** Chooses the browser that prints. It starts and unpacks nothing. */
import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, resolve, sep } from 'node:path';
import { type BrowserOrigin, HostError } from '../../model/host.ts';
import { type ChromiumPackage, findChromiumPackage } from './bundled-chromium.ts';
import { installedPlaces, placesOnPath, puppeteerPlaces } from './installed-browsers.ts';
import type { BrowserSettings } from './settings.ts';

export type FoundBrowser =
  | { readonly origin: Exclude<BrowserOrigin, 'bundled'>; readonly executable: string }
  | { readonly origin: 'bundled'; readonly chromium: ChromiumPackage };

/**
 * settings → the browser that the user named; else the bundled one; else puppeteer's download; else
 * an installed Chrome, Chromium or Edge. Throws `browser-missing`, with the one command to run.
 */
export function findBrowser(settings: BrowserSettings): FoundBrowser {
  const { named } = settings;
  if (named !== undefined) {
    return { origin: 'named', executable: findNamed(named, settings) };
  }
  const chromium = findChromiumPackage(settings);
  if (chromium !== undefined) return { origin: 'bundled', chromium };
  const downloaded = puppeteerPlaces(settings).find(isProgram);
  if (downloaded !== undefined) return { origin: 'puppeteer', executable: downloaded };
  const installed = installedPlaces(settings).find(isProgram);
  if (installed !== undefined) return { origin: 'installed', executable: installed };
  throw new HostError('browser-missing', 'no browser was found that could print a PDF', {
    hint: `run: ${installCommand}`,
  });
}

// Source: https://pptr.dev/browsers-api; the headless shell is the smallest browser that prints.
const installCommand = 'npx puppeteer browsers install chrome-headless-shell';

function findNamed(
  named: { readonly executable: string; readonly by: string },
  settings: BrowserSettings,
): string {
  const { executable, by } = named;
  const places =
    isAbsolute(executable) || executable.includes(sep)
      ? [resolve(executable)]
      : placesOnPath(executable, settings.environment.PATH);
  const found = places.find(isProgram);
  if (found !== undefined) return found;
  throw new HostError('browser-missing', `${by} names ${executable}, which is not a program`, {
    hint: `correct ${by}, or unset it and let a browser be found`,
  });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
