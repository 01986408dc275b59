/**
 * The mail as a file: headers, both texts, enclosed pictures. Nothing in it depends on when or where it was
 * made: date, name and borders of its parts follow from the brief.
 */
import MailComposer from 'nodemailer/lib/mail-composer';
import type { DocumentMeta } from '../../model/document.ts';
import { sha256 } from '../../model/hash.ts';
import type { Enclosed } from './simplify.ts';

/** What a mail says, in both forms, and what it takes along. */
export interface Letter {
  readonly html: string;
  readonly text: string;
  readonly enclosed: readonly Enclosed[];
}

/** meta, letter → the bytes of an `.eml` file. Sources: RFC 5322, RFC 2045–2047, RFC 2392. */
export async function messageOf(meta: DocumentMeta, letter: Letter): Promise<Uint8Array> {
  const hash = sha256([letter.html, letter.text, meta.marking].join('\0'));
  const { email } = meta.publisher;
  const composer = new MailComposer({
    ...(email === undefined ? {} : { from: { name: meta.publisher.name, address: email } }),
    subject: subjectOf(meta),
    date: new Date(meta.timestampMs),
    messageId: `<${meta.id}.${hash.slice(0, 32)}@${domainOf(meta)}>`,
    headers: {
      'Content-Language': meta.lang,
      'X-TLP': meta.marking,
      // Programs that know it open the file as a draft, with a button to send it.
      'X-Unsent': '1',
    },
    text: withMailLines(letter.text),
    html: withMailLines(letter.html),
    attachments: letter.enclosed.map(({ cid, fileName, mediaType, bytes }) => ({
      cid,
      filename: fileName,
      contentType: mediaType,
      contentDisposition: 'inline',
      content: Buffer.from(bytes),
    })),
    baseBoundary: hash.slice(32, 48),
    // What a mail is made of is in memory: nothing is fetched and no file is read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Uint8Array(await composer.compile().build());
}

/** Lines of a mail end with two characters. Source: RFC 5322, 2.1. */
function withMailLines(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}

/** The label goes before the title. Source: FIRST TLP 2.0, "Usage" of labels in e-mail. */
function subjectOf({ marking, title }: DocumentMeta): string {
  return marking === 'TLP:CLEAR' ? title : `[${marking}] ${title}`;
}

/** The right side of a message's name: the office's own domain, else one that can be nobody's. */
function domainOf({ publisher: { email, url } }: DocumentMeta): string {
  const host = email?.split('@')[1] ?? (url === undefined ? undefined : hostOf(url));
  return host ?? 'briefs.invalid';
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}
