/** Ids: small letters, digits and hyphens, so that they can be said aloud and be file names. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { idPattern } from '../model/schema/leaf.ts';
import type { LoadedFile } from '../model/stages.ts';

interface Named {
  readonly id: string;
  readonly file: LoadedFile;
  readonly path: readonly string[];
}

/** Device names of Windows, which cannot be file names there. Source: Microsoft, Naming Files. */
const deviceNames = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** a record's id → nothing, or what is wrong with it and how it could read. */
export function checkId({ id, file, path }: Named): Diagnostic[] {
  if (idPattern.test(id) && !deviceNames.test(id)) return [];
  const proposal = proposeId(id);
  if (path.length === 0) {
    const name = file.path.replace(/^.*\//, '');
    const slots = proposal === undefined ? { name } : { name, proposal: `${proposal}.yaml` };
    return [diagnose('brief-name-invalid', slots, { span: { file: file.path, start: 0, end: 0 } })];
  }
  const slots = proposal === undefined ? { id } : { id, proposal };
  return [diagnose('id-invalid', slots, { span: file.locateKey(path), path: path.join('.') })];
}

/** `Purge 2019!` → `purge-2019`; undefined where nothing usable is left. */
export function proposeId(text: string): string | undefined {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return plain === '' || deviceNames.test(plain) ? undefined : plain;
}
