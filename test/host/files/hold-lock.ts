/**
 * A process for tests: `node hold-lock.ts FOLDER` locks the folder, prints "held", and keeps the lock
 * until its standard input ends. `node hold-lock.ts FOLDER COUNT` adds 1 to the number in the file
 * `count` COUNT times, each time under the lock, by reading, pausing and writing.
 */
import { createDiskFiles } from '../../../src/host/files/disk-files.ts';

const [folder = '', count] = process.argv.slice(2);
const files = createDiskFiles(folder);
const options = { waitMs: 60_000, onNotice: (notice: string) => console.log(notice) };

if (count === undefined) {
  await files.withLock('', options, async () => {
    console.log('held');
    for await (const _ of process.stdin);
  });
} else {
  for (let round = 0; round < Number(count); round += 1) {
    await files.withLock('', options, async () => {
      const before = Number(new TextDecoder().decode(await files.read('count')));
      await new Promise((resolve) => setTimeout(resolve, 2));
      await files.write('count', new TextEncoder().encode(String(before + 1)));
    });
  }
}
