/** Unpacks a package as a process of its own. Arguments: folder of the archives, cache folder. */

import { readBrowserSettings } from '../../../src/host/browser/settings.ts';
import { unpackChromium } from '../../../src/host/browser/unpack-chromium.ts';

const [archiveFolder = '', cacheFolder = ''] = process.argv.slice(2);
const settings = { ...readBrowserSettings(), cacheFolders: [cacheFolder] };
console.log((await unpackChromium({ version: '1.0.0', archiveFolder }, settings)).executable);
