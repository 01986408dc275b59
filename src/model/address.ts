/**
 * Which addresses a document may link to. Everything else is refused, whatever it is disguised as:
 * browsers ignore tabs and line breaks in a scheme, so they are taken out before it is read.
 */

/** What may stand before the colon. */
const allowedSchemes = new Set(['http:', 'https:', 'mailto:']);

/** address → undefined where it may be linked, else why not, as a clause. */
export function addressProblem(address: string): string | undefined {
  const plain = address.replace(/[\u0000-\u0020\u007F-\u00A0\u200B-\u200D\u2060\uFEFF]/g, '');
  if (plain !== address.trim()) return 'it holds blanks or invisible characters';
  if (plain.startsWith('//') || plain.startsWith('\\\\')) return 'its scheme (https:) is missing';
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(plain)?.[1]?.toLowerCase();
  if (scheme === undefined) return 'it is not a full address';
  if (!allowedSchemes.has(scheme)) return `${scheme} is not a scheme that readers can trust`;
  if (scheme === 'mailto:') return undefined;
  if (!URL.canParse(plain)) return 'it cannot be read as an address';
  const { username, password, hostname } = new URL(plain);
  if (username !== '' || password !== '') return 'it holds a user name or a password';
  return hostname === '' ? 'it names no host' : undefined;
}

/** address → its host in ASCII where that differs from what is seen (`xn--…`), else undefined. */
export function hiddenHost(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname } = new URL(address);
  return hostname.split('.').some((label) => label.startsWith('xn--')) ? hostname : undefined;
}
