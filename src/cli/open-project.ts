/** The project that a command is about; what reads it is imported here, so that help costs nothing. */
import { type Arguments, textOf } from './command.ts';

/** arguments with `--root` → a host, the project, and what there is to say about it. */
export async function openProject(args: Arguments) {
  const [{ createNodeHost }, { readProject }] = await Promise.all([
    import('../host/node-host.ts'),
    import('../run/read-project.ts'),
  ]);
  const host = await createNodeHost({ root: textOf(args, 'root') ?? '.' });
  const { value: project, diagnostics } = await readProject(host);
  return { host, project, diagnostics };
}
