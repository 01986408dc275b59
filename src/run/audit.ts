/**
 * Audits finished files: those that are named, or all that the manifest of the output folder lists. Each
 * is opened as a stranger would; what can only be compared with the brief was compared when it was built.
 */
import { createHash } from 'node:crypto';
import { type AuditCheck, auditFile, type PageViewer, readManifest } from '../compile.ts';
import { readNamedFile } from '../host/files/named-file.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { type Host, HostError } from '../model/host.ts';
import { hostDiagnostic } from '../model/host-diagnostic.ts';
import { compareCodePoints } from '../model/order.ts';

/** One file, and what came of its checks. */
export interface AuditedFile {
  /** As it was named, or its name in the output folder. */
  readonly name: string;
  /** Of the bytes that were audited; missing where they could not be read. */
  readonly sha256?: string;
  readonly checks: readonly AuditCheck[];
  /** What is wrong, that of the checks included. */
  readonly problems: readonly Diagnostic[];
}

export interface AuditResult {
  readonly files: readonly AuditedFile[];
  /** Files of the manifest in formats that there are no checks for. */
  readonly notAudited: readonly string[];
  /** Problems of the manifest and the machine, not of one file. */
  readonly problems: readonly Diagnostic[];
}

/** host, paths (none: everything in the manifest), a listener → what came of each, in that order. */
export async function audit(
  host: Host,
  paths: readonly string[],
  onFile: (name: string) => void = () => {},
): Promise<AuditResult> {
  const machine: Diagnostic[] = [];
  const viewer = lendViewer(host, machine);
  const { value, diagnostics } =
    paths.length > 0 ? { value: named(paths), diagnostics: [] } : await listed(host);
  const files: AuditedFile[] = [];
  for (const source of value.sources) {
    onFile(source.name);
    files.push(await auditOne(source, viewer));
  }
  return { files, notAudited: value.others, problems: [...diagnostics, ...machine] };
}

interface Source {
  readonly name: string;
  /** Hash that the manifest gives. */
  readonly sha256?: string;
  read(): Promise<Uint8Array>;
}

interface Sources {
  readonly sources: readonly Source[];
  readonly others: readonly string[];
}

function named(paths: readonly string[]): Sources {
  const sources = [...new Set(paths)].map((name) => ({ name, read: () => readNamedFile(name) }));
  return { sources, others: [] };
}

/** Formats that there are checks for. */
const audited: ReadonlySet<string> = new Set(['pdf', 'html', 'docx']);

async function listed({ output }: Host) {
  const { value: manifest, diagnostics } = await readManifest(output);
  if (manifest === undefined && diagnostics.length === 0)
    throw new HostError('file-missing', `there is no manifest.json in ${output.root}`, {
      hint: 'build first, name the folder with --out, or name the files to audit',
    });
  // The index of the folder is no document; it searches by a script of its own.
  const all = (manifest?.documents ?? []).flatMap(({ files }) =>
    Object.entries(files).flatMap(([format, { translations = [], ...own }]) =>
      [own, ...translations].map((file) => [format, file] as const),
    ),
  );
  const sources = all
    .filter(([format]) => audited.has(format))
    .map(([, { name, sha256 }]): Source => ({ name, sha256, read: () => output.read(name) }))
    .sort((a, b) => compareCodePoints(a.name, b.name));
  const others = all.filter(([format]) => !audited.has(format)).map(([, { name }]) => name);
  return { value: { sources, others: others.sort(compareCodePoints) }, diagnostics };
}

async function auditOne(
  { name, sha256: listedHash, read }: Source,
  viewer: () => Promise<PageViewer>,
): Promise<AuditedFile> {
  try {
    const bytes = await read();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const changed =
      listedHash === undefined || listedHash === sha256
        ? []
        : [diagnose('audit-file-differs', { name })];
    const { value, diagnostics } = await auditFile({ name, bytes }, viewer);
    return { name, sha256, checks: value.checks, problems: [...changed, ...diagnostics] };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { name, checks: [], problems: [hostDiagnostic(error)] };
  }
}

/** The browser is started by the first page, and its absence is told once. */
function lendViewer(host: Host, machine: Diagnostic[]): () => Promise<PageViewer> {
  let lent: Promise<PageViewer> | undefined;
  return () => {
    lent ??= openViewer(host, machine);
    return lent;
  };
}

async function openViewer(host: Host, machine: Diagnostic[]): Promise<PageViewer> {
  try {
    const [printer, axe] = await Promise.all([host.printer(), host.shipped.read('axe/axe.min.js')]);
    return {
      examine: (job) => printer.examine(job),
      axe: new TextDecoder().decode(axe),
    };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    machine.push(hostDiagnostic(error));
    const missing =
      error.kind === 'file-missing' ? 'axe-core is not installed' : 'there is no browser';
    return { missing };
  }
}
