/** Reading without building, for commands that ask the data a question. */
export { type Project, readProject } from '../compile.ts';
