/**
 * `manifest.json`: which documents lie in the output folder, and what each was made from. It holds no
 * time of day, no absolute path and nothing of the machine, so equal builds give equal bytes.
 */
import { z } from 'zod';
import { diagnose } from '../model/diagnostic.ts';
import { type Files, HostError } from '../model/host.ts';
import { markings } from '../model/marking.ts';
import { compareCodePoints } from '../model/order.ts';
import { clean, type Outcome } from '../model/outcome.ts';
import { formats } from '../model/schema/brief.ts';

/** Name of the manifest in the output folder. */
export const manifestName = 'manifest.json';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const oneFile = z.strictObject({
  name: z.string(),
  sha256: hash,
  bytes: z.int().min(0),
  pages: z.int().min(1).optional(),
  /** The browser that printed it, as `Chrome/153.0.7204.49`. */
  browser: z.string().optional(),
  /** The document has been built again since, but not in this format. */
  outdated: z.literal(true).optional(),
  /** Files that go along with it, as the pictures of a Markdown file. */
  parts: z
    .array(z.strictObject({ name: z.string(), sha256: hash, bytes: z.int().min(0) }))
    .optional(),
});

/** The file in the brief's own language; those in others go along. */
const manifestFile = oneFile.extend({ translations: z.array(oneFile).optional() });

/** What an index says about a document. */
const about = z.strictObject({
  issued: z.string(),
  updated: z.string().optional(),
  status: z.enum(['draft', 'review', 'final', 'withdrawn']),
  tags: z.array(z.string()),
  versions: z.array(
    z.strictObject({
      lang: z.string(),
      title: z.string(),
      description: z.string(),
      stem: z.string(),
    }),
  ),
});

const manifestDocument = z.strictObject({
  id: z.string(),
  title: z.string(),
  marking: z.enum(markings),
  words: z.int().min(0),
  readMinutes: z.int().min(0),
  /** Left out by tools that made no index. */
  about: about.optional(),
  /** Version of the tool that built it. */
  tool: z.string(),
  /** An edition that was printed again: the same bytes, or stamped as no longer in force. */
  reprint: z
    .strictObject({ edition: z.int().min(1), kind: z.enum(['as-released', 'superseded']) })
    .optional(),
  resources: z.record(z.string(), hash),
  inputs: z.record(z.string(), hash),
  files: z.partialRecord(z.enum(formats), manifestFile),
});

const manifest = z.strictObject({
  /** Raised when older tools could no longer read the file. */
  schema: z.literal(1),
  /** The version of the tool that wrote the manifest. */
  tool: z.string(),
  documents: z.array(manifestDocument),
  /** The index of the folder, and its feeds. */
  site: z
    .array(z.strictObject({ name: z.string(), sha256: hash, bytes: z.int().min(0) }))
    .optional(),
  /** Files made from briefs that are gone: name → brief and hash. Left out when there are none. */
  orphans: z.record(z.string(), z.strictObject({ brief: z.string(), sha256: hash })).optional(),
});

export type Manifest = z.infer<typeof manifest>;
export type ManifestDocument = z.infer<typeof manifestDocument>;
export type ManifestFile = z.infer<typeof manifestFile>;
export type OneFile = z.infer<typeof oneFile>;

/** document of a manifest → every file of it, those that go along with others marked. */
export function manifestFiles({ files }: ManifestDocument) {
  return Object.values(files)
    .flatMap(({ translations = [], ...own }): OneFile[] => [own, ...translations])
    .flatMap(({ name, sha256, parts = [] }) => [
      { name, sha256, isPart: false },
      ...parts.map((part) => ({ name: part.name, sha256: part.sha256, isPart: true })),
    ]);
}

/** output folder → its manifest; undefined where there is none, with `manifest-unreadable` if broken. */
export async function readManifest(files: Files): Promise<Outcome<Manifest | undefined>> {
  const text = await readText(files, manifestName);
  if (text === undefined) return clean(undefined);
  const problem = (problem: string): Outcome<undefined> => ({
    value: undefined,
    diagnostics: [diagnose('manifest-unreadable', { problem })],
  });
  try {
    const parsed = manifest.safeParse(JSON.parse(text));
    return parsed.success ? clean(parsed.data) : problem(firstProblem(parsed.error));
  } catch {
    return problem('it is not JSON');
  }
}

/** manifest → its bytes; documents, keys and maps in one order, whatever order they came in. */
export function printManifest({
  schema,
  tool,
  documents,
  site = [],
  orphans = {},
}: Manifest): Uint8Array {
  const value: Manifest = {
    schema,
    tool,
    documents: [...documents]
      .sort(
        (a, b) =>
          compareCodePoints(a.id, b.id) ||
          compareCodePoints(a.marking, b.marking) ||
          (a.reprint?.edition ?? 0) - (b.reprint?.edition ?? 0) ||
          compareCodePoints(a.reprint?.kind ?? '', b.reprint?.kind ?? ''),
      )
      .map((document) => ({
        ...document,
        resources: sortKeys(document.resources),
        inputs: sortKeys(document.inputs),
        files: sortKeys(document.files),
      })),
    ...(site.length > 0 ? { site } : {}),
    ...(Object.keys(orphans).length > 0 ? { orphans: sortKeys(orphans) } : {}),
  };
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

/** path → text of a file, undefined where there is none. */
export async function readText(files: Files, path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await files.read(path));
  } catch (error) {
    if (error instanceof HostError && error.kind === 'file-missing') return undefined;
    throw error;
  }
}

function sortKeys<T extends Readonly<Record<string, unknown>>>(record: T): T {
  const sorted = Object.entries(record).sort(([a], [b]) => compareCodePoints(a, b));
  // The same keys with the same values, in another order.
  return Object.fromEntries(sorted) as T;
}

function firstProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? 'it has another shape' : `${issue.path.join('.')}: ${issue.message}`;
}
