/**
 * Makes `dist/`, which is what the package ships: the command and the public interface as JavaScript
 * with most packages bundled in, type declarations, and the licences of what was bundled.
 *
 *     node scripts/build.ts
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { packedStandards } from '../src/model/packed-standards.ts';
import { bundle } from './build/bundle.ts';
import { writeDeclarations } from './build/declarations.ts';
import { writeNotices } from './build/notices.ts';
import { writeStandards } from './build/standards.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
const modules = await bundle(root, dist);
const declarations = writeDeclarations(join(root, 'src'), 'index.ts', join(dist, 'types'));
writeStandards(join(root, 'standards'), join(dist, packedStandards));
const packages = writeNotices(modules, join(dist, 'THIRD-PARTY-LICENSES.txt'));
console.log(`dist/: ${packages} packages bundled, ${declarations} files of declarations`);
