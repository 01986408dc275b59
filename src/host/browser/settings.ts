/**
 * What the search for a browser and its start need to know of the machine, read once and handed down,
 * so that nothing below looks at the environment by itself and a test can describe another machine.
 */
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

export interface BrowserSettings {
  /** The browser that the user insists on, and where it was said, for messages. */
  readonly named: { readonly executable: string; readonly by: string } | undefined;
  readonly platform: NodeJS.Platform;
  /** As in `process.arch`. */
  readonly architecture: string;
  /** Undefined where the system has no such idea (Windows). */
  readonly userId: number | undefined;
  /** Where the bundled browser is unpacked: the first folder that can be written wins. */
  readonly cacheFolders: readonly string[];
  /** Where puppeteer keeps its downloads. */
  readonly puppeteerFolder: string | undefined;
  /** For the browser's profile, which lives as long as its process. */
  readonly temporaryFolder: string;
  readonly homeFolder: string | undefined;
  readonly environment: Environment;
}

// Source: https://pptr.dev/guides/configuration (PUPPETEER_EXECUTABLE_PATH); the first one is ours.
const namingVariables = ['BRIEF_BROWSER', 'PUPPETEER_EXECUTABLE_PATH'] as const;

/** environment variables → settings for this machine. */
export function readBrowserSettings(environment: Environment = process.env): BrowserSettings {
  const by = namingVariables.find((name) => filled(environment[name]) !== undefined);
  const executable = by === undefined ? undefined : filled(environment[by]);
  const homeFolder = findHome(environment);
  const userId = process.getuid?.();
  return {
    named: by === undefined || executable === undefined ? undefined : { executable, by },
    platform: process.platform,
    architecture: process.arch,
    userId,
    cacheFolders: cacheFolders(environment, homeFolder, userId),
    puppeteerFolder:
      filled(environment.PUPPETEER_CACHE_DIR) ??
      (homeFolder === undefined ? undefined : join(homeFolder, '.cache', 'puppeteer')),
    temporaryFolder: tmpdir(),
    homeFolder,
    environment,
  };
}

function filled(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value;
}

function findHome(environment: Environment): string | undefined {
  const home = filled(environment.HOME);
  if (home !== undefined) return isAbsolute(home) ? home : undefined;
  return process.platform === 'win32' ? homedir() : undefined;
}

/**
 * The user's cache first (Source: XDG Base Directory 0.8, which also says to ignore relative paths);
 * without one that can be written, a folder of this user in the temporary folder. Both are checked
 * for owner and mode before anything in them runs.
 */
function cacheFolders(
  environment: Environment,
  homeFolder: string | undefined,
  userId: number | undefined,
): string[] {
  const named = filled(environment.XDG_CACHE_HOME);
  const cache =
    named !== undefined && isAbsolute(named)
      ? named
      : homeFolder === undefined
        ? undefined
        : join(homeFolder, '.cache');
  const ofUser = join(tmpdir(), userId === undefined ? 'briefwright' : `briefwright-${userId}`);
  return cache === undefined ? [ofUser] : [join(cache, 'briefwright'), ofUser];
}
