/**
 * Which addresses a document may link to. Everything else is refused, whatever it is disguised as:
 * browsers ignore tabs and line breaks in a scheme, read \ as / and mend a missing slash, so an
 * address that needs mending is refused before it is read. Source: WHATWG URL, chapter 4.4.
 */

/** What may stand before the colon. */
const allowedSchemes = new Set(['http:', 'https:', 'mailto:']);

const unseen =
  /[\u0000-\u0020\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060-\u206F\u3000\uFEFF]/;

/** address → undefined where it may be linked, else why not, as a clause. */
export function addressProblem(address: string): string | undefined {
  if (unseen.test(address)) return 'it holds blanks or invisible characters';
  if (address.includes('\\')) return 'it holds a backslash';
  if (address.startsWith('//')) return 'its scheme (https:) is missing';
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined) return 'it is not a full address';
  if (!allowedSchemes.has(scheme)) return `${scheme} is not a scheme that readers can trust`;
  if (scheme === 'mailto:') {
    return /^mailto:[^@/?]+@[^@/?]+/i.test(address) ? undefined : 'it names no mailbox';
  }
  if (!/^https?:\/\/[^/]/i.test(address)) return 'it needs two slashes after the colon';
  if (!URL.canParse(address)) return 'it cannot be read as an address';
  const { username, password } = new URL(address);
  // The authority itself is looked at as well: an empty user name before @ still hides the host.
  const authority = /^https?:\/\/([^/?#]*)/i.exec(address)?.[1] ?? '';
  const holdsUser = username !== '' || password !== '' || authority.includes('@');
  return holdsUser ? 'it holds a user name or a password' : undefined;
}

/** address → its host in ASCII where that differs from what is seen (`xn--…`), else undefined. */
export function hiddenHost(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname } = new URL(address);
  return hostname.split('.').some((label) => label.startsWith('xn--')) ? hostname : undefined;
}

/** True where a picture's address leads off this machine, or holds the picture itself. */
export function isElsewhere(address: string): boolean {
  return /^[a-z][a-z0-9+.-]+:|^[/\\]{2}/i.test(address.replace(/[\u0000-\u0020]/g, ''));
}
