/**
 * The content security policy of every page: nothing runs, nothing is fetched, nothing is sent. Styles
 * are in the file, images and fonts are data URLs.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
