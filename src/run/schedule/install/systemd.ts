/** A service and a timer for systemd. */
import type { Invocation } from './invocation.ts';

/** invocation → both units, each below its file name, with what to do in comments. */
export function systemdUnits({ program, args, root, name }: Invocation): string {
  const folder = '~/.config/systemd/user';
  return [
    `# Save the two parts as the files named above them, then:`,
    '#   systemctl --user daemon-reload',
    `#   systemctl --user enable --now ${name}.timer`,
    '# So that it runs while nobody is logged in: loginctl enable-linger',
    '',
    `# ${folder}/${name}.service`,
    '[Unit]',
    `Description=Briefs that are due in ${specifiers(root)}`,
    '',
    '[Service]',
    'Type=oneshot',
    `ExecStart=${[...program, ...args].map(unitWord).join(' ')}`,
    '# Secrets, such as BRIEF_NOTIFY_WEBHOOK=https://…, in a file that only you can read:',
    `EnvironmentFile=-%h/.config/${name}.env`,
    '',
    `# ${folder}/${name}.timer`,
    '[Unit]',
    `Description=Looks every five minutes which briefs are due in ${specifiers(root)}`,
    '',
    '[Timer]',
    'OnCalendar=*:0/5',
    'AccuracySec=5s',
    'Persistent=true',
    '',
    '[Install]',
    'WantedBy=timers.target',
    '',
  ].join('\n');
}

/** Source: systemd.service(5), "Command lines", and systemd.syntax(7), "Quoting". */
function unitWord(word: string): string {
  const escaped = specifiers(word).replaceAll('$', '$$$$');
  if (/^[\w@%+=:,./$-]+$/.test(escaped)) return escaped;
  return `"${escaped.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** Source: systemd.unit(5), "Specifiers". */
function specifiers(text: string): string {
  return text.replaceAll('%', '%%');
}
