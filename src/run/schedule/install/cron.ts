/** A line for crontab(5). */
import { type Invocation, shellWord } from './invocation.ts';

/** invocation → the lines to add with `crontab -e`. */
export function crontabLines({ program, args, root }: Invocation): string {
  const command = [...program, ...args].map(shellWord).join(' ');
  return [
    `# Briefs that are due in ${root}, looked at every five minutes. Add with "crontab -e".`,
    '# Cron sends what it prints by mail: nothing, unless a run fails.',
    // Source: crontab(5): an unescaped % ends the command.
    `*/5 * * * * ${command.replaceAll('%', String.raw`\%`)}`,
    '',
  ].join('\n');
}
