/**
 * House rules: `rules:` of the publisher sets how much a rule weighs or switches it off, `silence:`
 * of a record takes one rule away at that place, with a reason. Both speak of rules by their codes.
 * This works on finished diagnostics, so no rule has to know about it.
 */
import type { Severity } from '../model/codes/define.ts';
import type { Code } from '../model/codes.ts';
import { codes } from '../model/codes.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { suggest } from '../model/did-you-mean.ts';
import { entriesOf } from '../model/entries.ts';
import { placeOfKey } from '../model/place.ts';
import type { Span } from '../model/span.ts';
import type { DataPath, Entry, Records } from '../model/stages.ts';

/** A diagnostic that a record silenced, with the reason that it gives. */
export interface Silenced {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

/** What is left to say, and what was silenced: `brief check` counts the latter. */
export interface Overridden {
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly Silenced[];
}

/**
 * diagnostics, records, codes of the rules that may be overridden → the diagnostics with their final
 * severity. A code that is not among `optional` passes unchanged. A record silences what points into
 * it; applying this twice changes nothing more.
 */
export function applyOverrides(
  diagnostics: readonly Diagnostic[],
  records: Records,
  optional: ReadonlySet<Code>,
): Overridden {
  const severities = severitiesOf(records);
  const reasonFor = silenceFinder(records);
  const kept: Diagnostic[] = [];
  const silenced: Silenced[] = [];
  for (const diagnostic of diagnostics) {
    if (!optional.has(diagnostic.code)) {
      kept.push(diagnostic);
      continue;
    }
    const severity = severities[diagnostic.code];
    if (severity === 'off') continue;
    const reason = reasonFor(diagnostic);
    if (reason !== undefined) silenced.push({ diagnostic, reason });
    else kept.push(severity === undefined ? diagnostic : { ...diagnostic, severity });
  }
  return { diagnostics: kept, silenced };
}

/**
 * records, every optional code → `rule-unknown` and `rule-not-optional` for codes in `rules:` and
 * `silence:` that would do nothing. Call it once, with the codes of all stages.
 */
export function checkOverrides(records: Records, optional: ReadonlySet<Code>): Diagnostic[] {
  return entriesOf(records).flatMap((entry) => [
    ...misnamed(entry, ['rules'], Object.keys(rulesOf(entry)), optional),
    ...misnamed(entry, ['silence'], Object.keys(silenceOf(entry)), optional),
  ]);
}

function misnamed(
  entry: Entry,
  field: DataPath,
  names: readonly string[],
  optional: ReadonlySet<string>,
): Diagnostic[] {
  return names
    .filter((name) => !optional.has(name))
    .map((code) => {
      const place = placeOfKey(entry, [...field, code]);
      if (Object.hasOwn(codes, code)) return diagnose('rule-not-optional', { code }, place);
      const hint = suggest(code, [...optional]);
      return diagnose('rule-unknown', { code }, hint === undefined ? place : { ...place, hint });
    });
}

function severitiesOf(records: Records): Readonly<Record<string, Severity | 'off'>> {
  const [publisher] = records.publisher.values();
  return publisher?.data.rules ?? {};
}

function rulesOf({ data }: Entry): object {
  return 'rules' in data ? (data.rules ?? {}) : {};
}

function silenceOf({ data }: Entry): Readonly<Record<string, string>> {
  return 'silence' in data ? (data.silence ?? {}) : {};
}

/** Only records that silence something are located; there are few. */
function silenceFinder(records: Records): (diagnostic: Diagnostic) => string | undefined {
  const silencing = entriesOf(records)
    .filter((entry) => Object.keys(silenceOf(entry)).length > 0)
    .map((entry) => ({ silence: silenceOf(entry), span: wholeOf(entry) }));
  return ({ code, span }) =>
    silencing.find(
      (record) => span && record.silence[code] !== undefined && holds(record.span, span),
    )?.silence[code];
}

/** A brief is its file; any other record reaches from its id to its end. */
function wholeOf({ file, path }: Entry): Span {
  if (path.length === 0) return { file: file.path, start: 0, end: file.text.length };
  return { ...file.locate(path), start: file.locateKey(path).start };
}

function holds(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && inner.start >= outer.start && inner.end <= outer.end;
}
