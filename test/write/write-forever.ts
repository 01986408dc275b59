/**
 * A process for tests: `node write-forever.ts FOLDER SEED` builds three documents again and again, each
 * time with other contents, until it is killed. A document begins with the hash of the rest of it.
 */
import { createDiskFiles } from '../../src/host/files/disk-files.ts';
import { sha256 } from '../../src/model/hash.ts';
import { writeArtifacts } from '../../src/write/write-artifacts.ts';
import { artifact, options, run } from './build.ts';

const [folder = '', seed = ''] = process.argv.slice(2);
const files = createDiskFiles(folder);
for (let round = 0; ; round += 1) {
  const artifacts = ['a.md', 'a.html', 'a.pdf'].map((name) => {
    const rest = `${name} ${seed} ${round} `.repeat(5_000);
    return artifact(name, `${sha256(rest)}\n${rest}`);
  });
  const { diagnostics } = await writeArtifacts(artifacts, run(['a']), files, options);
  console.log(diagnostics.map(({ message }) => message).join('\n') || 'built');
}
