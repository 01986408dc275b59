/** Ids: small letters, digits and hyphens, so that they can be said aloud and be file names. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { deviceNames, proposeId } from '../model/propose-id.ts';
import { idPattern } from '../model/schema/leaf.ts';
import type { LoadedFile } from '../model/stages.ts';

interface Named {
  readonly id: string;
  readonly file: LoadedFile;
  readonly path: readonly string[];
}

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
