/** Arguments of a build → its job, with a kind answer to every word that is not known. */
import { suggest } from '../model/did-you-mean.ts';
import type { Format, Paper } from '../model/document.ts';
import { parseDate } from '../model/edtf.ts';
import { formats, papers } from '../model/formats.ts';
import { type Marking, markingSlug, markings, parseAudience } from '../model/marking.ts';
import type { BuildJob } from '../run/build.ts';
import { type Arguments, isSet, textOf } from './command.ts';
import { UsageError } from './usage-error.ts';

/** arguments → job. Throws `UsageError`. */
export function buildJob(args: Arguments): BuildJob {
  const to = textOf(args, 'to');
  const audience = textOf(args, 'audience');
  const lang = textOf(args, 'lang');
  const paper = textOf(args, 'paper');
  const asOf = textOf(args, 'as-of');
  return {
    briefs: args.positionals,
    isStrict: isSet(args, 'strict'),
    force: isSet(args, 'force'),
    ...(to === undefined ? {} : { formats: formatsIn(to) }),
    ...(audience === undefined ? {} : { audience: audienceIn(audience) }),
    ...(lang === undefined ? {} : { lang }),
    ...(paper === undefined ? {} : { paper: paperIn(paper) }),
    ...(asOf === undefined ? {} : { asOf: dayIn(asOf) }),
  };
}

/** A whole day, as the command line names one. Throws `UsageError`. */
export function dayIn(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && parseDate(text).ok) return text;
  throw new UsageError(`"${text}" is not a day`, 'write year, month and day: 2026-12-31');
}

/** `pdf,md` → formats, each once. Throws `UsageError`. */
export function formatsIn(text: string): readonly Format[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0)
    throw new UsageError('--to names no format', `write --to ${formats.join()}`);
  return [...new Set(names.map(formatIn))];
}

function formatIn(name: string): Format {
  const wanted = name
    .toLowerCase()
    .replace(/^markdown$/, 'md')
    .replace(/^\./, '');
  const found = formats.find((format) => format === wanted);
  if (found !== undefined) return found;
  throw new UsageError(`"${name}" is not a format`, `possible: ${formats.join(', ')}`);
}

function audienceIn(text: string): Marking {
  const found = parseAudience(text);
  if (found !== undefined) return found;
  const labels = markings.map(markingSlug);
  throw new UsageError(`"${text}" is not an audience`, adviceFor(text, labels));
}

function paperIn(text: string): Paper {
  const found = papers.find((paper) => paper.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(`"${text}" is not a size of paper`, adviceFor(text, papers));
}

function adviceFor(word: string, formats: readonly string[]): string {
  return suggest(word, formats) ?? `possible: ${formats.join(', ')}`;
}
