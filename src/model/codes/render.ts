/** Diagnostics of the area "render". */
import { error, warning } from './define.ts';

export const renderCodes = {
  'link-target-refused': error<{ target: string }>(
    ({ target }) => `the link target "${target}" is not one that a brief may have`,
    () => 'use an https, http or mailto address, or #id for a place in the brief',
  ),
  'image-not-embedded': error<{ address: string }>(
    ({ address }) => `the image "${address}" is not inside the document`,
    () => 'put the image into the project and name its path',
  ),
  'content-overflows': error<{ text: string }>(
    ({ text }) => `the printed page cannot hold "${text}"`,
    () => 'shorten it, give the table fewer columns, or let the word be broken with a hyphen',
  ),
  'anchor-missing': warning<{ anchor: string }>(
    ({ anchor }) => `nothing in the document has the anchor "${anchor}"`,
    () => 'link to the id of something that this brief prints',
  ),
  'anchor-duplicate': warning<{ anchor: string }>(
    ({ anchor }) => `two parts of the document have the anchor "${anchor}"`,
  ),
  'theme-value-refused': warning<{ name: string; value: string }>(
    ({ name, value }) => `the theme value "${name}: ${value}" is left out`,
    () => 'use a colour, a length, a number or the name of a font',
  ),
  'page-template-broken': error<{ path: string; problem: string }>(
    ({ path, problem }) => `the page template ${path} cannot be used: ${problem}`,
  ),
  'glyph-missing': error<{ characters: string; codePoints: string }>(
    ({ characters, codePoints }) => `no font of the brief can draw "${characters}" (${codePoints})`,
    () => 'add a font that has it, or use another character',
  ),
  'mail-sender-missing': warning(
    () => 'the mail has no sender, as the office has no address',
    () => 'add "email:" to publisher.yaml, or put the sender in before you send it',
  ),
  'mail-clipped': warning<{ id: string; kilobytes: number }>(
    ({ id, kilobytes }) =>
      `the mail of "${id}" has ${kilobytes} kB of HTML, and Gmail cuts off what is over 102`,
    () => 'shorten the brief, or send the PDF',
  ),
} as const;
