// On Linux x64 the browser comes inside an npm package, so nothing is downloaded at install time.
// Elsewhere puppeteer fetches the small headless shell; if that fails, an installed Chrome will do.
const isBundled = process.platform === 'linux' && process.arch === 'x64';

module.exports = {
  skipDownload: isBundled,
  chrome: { skipDownload: true },
  'chrome-headless-shell': { skipDownload: isBundled },
};
