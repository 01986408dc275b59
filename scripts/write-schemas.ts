/** Writes the published JSON Schemas from the zod schemas: `node scripts/write-schemas.ts`. */
import { writeFileSync } from 'node:fs';
import { exportedBriefSchema } from '../src/model/schema/exported.ts';

const text = `${JSON.stringify(exportedBriefSchema(), undefined, 2)}\n`;
writeFileSync(new URL('../standards/schemas/brief.schema.json', import.meta.url), text);
