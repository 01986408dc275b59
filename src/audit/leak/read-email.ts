/**
 * Everything that can be read out of a mail, shown or not, decoded: every header, both texts, and the
 * names and bytes of what is enclosed. The file as it lies on the disk is read too.
 */
import PostalMime from 'postal-mime';
import { readHtml } from './read-html.ts';
import type { Readable } from './search.ts';

/** EML → its readable parts. */
export async function readEmail(bytes: Uint8Array): Promise<readonly Readable[]> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' });
  const headers = mail.headers.map(({ key, value }) => `${key}: ${value}`);
  const addresses = [mail.from, mail.sender, ...(mail.to ?? []), ...(mail.cc ?? [])];
  const said = [mail.subject, ...addresses.map((one) => [one?.name, one?.address].join(' '))];
  return [
    { where: 'a header', text: headers.join('\n') },
    { where: 'a header', text: said.join('\n') },
    { where: 'the plain text', text: mail.text ?? '' },
    ...readHtml(mail.html ?? '').map(({ where, text }) => ({ where: `${where} (HTML)`, text })),
    ...mail.attachments.flatMap(({ filename, description, content }): Readable[] => {
      const name = { where: 'the name of an enclosed file', text: `${filename} ${description}` };
      const inside = typeof content === 'string' ? content : new TextDecoder().decode(content);
      return [name, { where: `the enclosed file ${filename}`, text: inside }];
    }),
    // Encoded, it is full of digits; all of them have been read decoded.
    { where: 'the file as it lies', text: new TextDecoder().decode(bytes), numbers: '' },
  ];
}
