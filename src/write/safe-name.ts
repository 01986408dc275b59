/**
 * Names that work as files everywhere: on Linux, macOS and Windows, in a shell, in a mail and on a web
 * server. Whatever is doubtful is refused, as ids of briefs are plain anyway.
 */

/** `lulls.pdf` → `lulls.new.pdf`: where a document goes whose place is taken by an edited file. */
export function besideName(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot === -1 ? `${name}.new` : `${name.slice(0, dot)}.new${name.slice(dot)}`;
}

/** Two names with one folding are one file on a disk that ignores case or the form of accents. */
export function foldName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** name inside the output folder, at most one folder deep → why it is refused, or undefined. */
export function nameProblem(name: string): string | undefined {
  const parts = name.split('/');
  if (parts.length > 2) return 'it lies more than one folder deep';
  if (reservedNames.has(foldName(name))) return 'that file has another purpose';
  for (const part of parts) {
    const problem = partProblem(part);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Files of the output folder that no document may take. */
const reservedNames = new Set(['readme.md', 'manifest.json']);

// Source: Microsoft, "Naming Files, Paths, and Namespaces" (reserved device names and characters).
const deviceName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;
const forbiddenCharacter = /[<>:"\\|?*]/;

/** Longest name in bytes. Source: NAME_MAX of Linux and macOS, less room for `.new`. */
const longestName = 250;

function partProblem(part: string): string | undefined {
  const stem = part.split('.')[0] ?? '';
  if (part === '') return 'it is empty';
  if (deviceName.test(stem.trimEnd())) return 'Windows keeps that name for a device';
  if (part.startsWith('-')) return 'programs would take it for an option';
  if (part.startsWith('.')) return 'it would be hidden';
  if (/[. ]$/.test(part)) return 'Windows drops a dot or a space at the end';
  if (part.startsWith(' ') || /^~|~$|^#.*#$/.test(part)) return 'it looks like a temporary file';
  if (forbiddenCharacter.test(part)) return 'it holds a character that Windows forbids';
  if (/\p{C}|\p{Zl}|\p{Zp}/u.test(part)) return 'it holds a character that cannot be seen';
  if (/\.new(\.[^.]*)?$/i.test(part)) return '".new" marks documents that were held back';
  if (new TextEncoder().encode(part).length > longestName) return 'it is too long';
  return undefined;
}
