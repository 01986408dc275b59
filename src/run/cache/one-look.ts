/** Many briefs ask for the same few files; during one look at a project, each is listed and read once. */
import type { ReadonlyFiles } from '../../model/host.ts';

type Looking = Pick<ReadonlyFiles, 'list' | 'read'>;

/** files → the same as they were when they were first asked for, failures too. Not for longer than one look. */
export function oneLook(files: Looking): Looking {
  return { list: askedOnce(files.list), read: askedOnce(files.read) };
}

function askedOnce<T>(ask: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (path) => {
    const answer = answers.get(path) ?? ask(path);
    answers.set(path, answer);
    return answer;
  };
}
