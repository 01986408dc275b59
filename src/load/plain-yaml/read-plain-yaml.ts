/**
 * A quick reader for YAML as data files hold it: groups and lists by indent or in brackets, plain and
 * quoted text, blocks of text, comments. It is no parser of YAML: at the first thing it does not know, an
 * error included, it gives the whole text up, and the `yaml` package reads it.
 *
 * Why: of twelve seconds for 20,000 findings, that package took six; this takes a tenth of it. A property
 * test holds the two side by side: values, places and types are the same wherever this reader gives any.
 */
import { readBlock } from './block.ts';
import { Cursor } from './cursor.ts';
import type { PlainGroup } from './node.ts';

/** text with LF line ends → its value with all places, or undefined where somebody else must read it. */
export function readPlainYaml(text: string): PlainGroup | undefined {
  // Tabs may stand in few places, and mean little good in any.
  if (text.includes('\t')) return undefined;
  const cursor = new Cursor(text);
  cursor.nextLine();
  if (cursor.column !== 0) return undefined;
  const root = readBlock(cursor, 0, -1);
  const isWhole = !cursor.isUnusual && cursor.at >= text.length;
  return isWhole && root?.type === 'GROUP' ? root : undefined;
}
