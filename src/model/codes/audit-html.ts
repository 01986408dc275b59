/**
 * Diagnostics of the area "audit", for HTML: each code is the name of one check; the checks and what
 * they stand on are in `audit/html/rules/`.
 */
import { error } from './define.ts';

export const htmlAuditCodes = {
  'html-unreadable': error<{ problem: string }>(
    ({ problem }) => `the page cannot be read: ${problem}`,
    () => 'save it as HTML in UTF-8',
  ),
  'html-language-missing': error(
    () => 'the page does not say its language',
    () => 'give <html> a lang, such as lang="en-GB"',
  ),
  'html-language-malformed': error<{ lang: string }>(
    ({ lang }) => `"${lang}" names no language`,
    () => 'use a tag such as en-GB, fr or zh-Hans',
  ),
  'html-title-missing': error(
    () => 'the page has no title',
    () => 'put a <title> into its head',
  ),
  'html-main-heading': error<{ count: number }>(
    ({ count }) =>
      count === 0
        ? 'the page has no heading of level 1'
        : `the page has ${count} headings of level 1`,
    () => 'give it one, the title of the whole',
  ),
  'html-heading-skipped': error<{ heading: string; level: number; before: number }>(
    ({ heading, level, before }) =>
      `the heading "${heading}" is of level ${level}, below one of level ${before}`,
    () => 'give the heading the level just below that of the part it stands in',
  ),
  'html-image-alt-missing': error<{ image: string }>(
    ({ image }) => `the picture ${image} has no alternative text`,
    () => 'write what it shows into alt; leave alt empty only where it shows nothing of its own',
  ),
  'html-table-headless': error<{ table: string }>(
    ({ table }) => `the table that begins "${table}" has no header cells`,
    () => 'mark the cells that say what the others are as <th>',
  ),
  'html-script-present': error<{ script: string }>(
    ({ script }) => `the page holds ${script}, which runs on a reader's machine`,
    () => 'leave it out: a brief needs no script',
  ),
  'html-not-self-contained': error<{ address: string; used: string }>(
    ({ address, used }) => `the page loads ${address} (${used}), so it is not whole in itself`,
    () => 'put it into the page',
  ),
  'html-anchor-dangling': error<{ anchor: string }>(
    ({ anchor }) => `the page has no place for the link to #${anchor}`,
    () => 'correct the link, or give its target this id',
  ),
  'html-id-doubled': error<{ id: string }>(
    ({ id }) => `the id "${id}" stands in the page twice, so links to it may lead astray`,
    () => 'rename one of them',
  ),
  'html-too-wide': error<{ widthPx: number; windowPx: number }>(
    ({ widthPx, windowPx }) =>
      `the page is ${widthPx} pixels wide in a window of ${windowPx}, so lines have to be scrolled`,
    () => 'let tables, code and pictures scroll or shrink by themselves',
  ),
  'html-axe': error<{ rule: string; help: string; where: string }>(
    ({ rule, help, where }) => `${help}: ${where} (axe: ${rule})`,
    () => 'the rule is explained on dequeuniversity.com/rules/axe',
  ),
} as const;
