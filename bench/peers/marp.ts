/**
 * marp-cli, all documents in one call.
 *
 *     node peers/marp.ts <folder with .md> <target> <browser>
 */
import { marpCli } from '@marp-team/marp-cli';

const [source = '', target = '', browser = ''] = process.argv.slice(2);
process.env.CHROME_NO_SANDBOX = '1';
const folders = ['--input-dir', source, '--output', target];
process.exit(await marpCli([...folders, '--pdf', '--browser-path', browser, '--parallel', '2']));
