/**
 * Diagnostics as SARIF, the format in which tools hand findings to code hosts and dashboards.
 * Source: OASIS, SARIF 2.1.0; what GitHub asks for beyond it: GitHub, "SARIF support for code scanning".
 */
import type { Diagnostic, Severity } from '../../../model/diagnostic.ts';
import { compareCodePoints } from '../../../model/order.ts';
import type { Span } from '../../../model/span.ts';
import type { TextOf } from '../code-frame.ts';
import { pathFrom, regionOf } from './place.ts';

const levelOf: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** The run that a report is of. */
export interface SarifRun {
  readonly version: string;
  /** The project's folder. */
  readonly root: string;
}

/** diagnostics, texts of their files, run → a SARIF log as JSON. */
export function sarifReport(
  diagnostics: readonly Diagnostic[],
  textOf: TextOf,
  { version, root }: SarifRun,
): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort(compareCodePoints);
  const locationOf = (span: Span) => ({
    physicalLocation: {
      artifactLocation: {
        uri: pathFrom(span.file, root).split('/').map(encodeURIComponent).join('/'),
        uriBaseId: '%SRCROOT%',
      },
      ...regionAsJson(span, textOf),
    },
  });
  const results = diagnostics.map(({ code, severity, message, hint, span, related = [] }) => ({
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levelOf[severity],
    message: { text: hint === undefined ? message : `${message}\n${hint}` },
    locations: [span === undefined ? everywhere : locationOf(span)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one) => ({
            ...locationOf(one.span),
            message: { text: one.message },
          })),
        }),
  }));
  const driver = {
    name: 'briefwright',
    version,
    rules: codes.map((code) => ({
      id: code,
      shortDescription: { text: sentenceOf(code) },
      fullDescription: { text: `${sentenceOf(code)}, as "brief check" finds it.` },
      help: { text: 'Each result says what is wrong, and on its second line what to do.' },
    })),
  };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return JSON.stringify(log, undefined, 2);
}

/** Services refuse a log in which one result has no place; what concerns no file is the data's. */
const everywhere = {
  physicalLocation: {
    artifactLocation: { uri: 'data', uriBaseId: '%SRCROOT%' },
    region: { startLine: 1 },
  },
};

function regionAsJson(span: Span, textOf: TextOf) {
  const region = regionOf(span, textOf);
  if (region === undefined) return {};
  const { start, end } = region;
  return {
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    },
  };
}

/** `reference-missing` → `Reference missing`. */
function sentenceOf(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
