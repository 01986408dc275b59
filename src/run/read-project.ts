/** Reading without building, for commands that ask the data a question. */
export { type Project, readProject } from '../read-project.ts';
