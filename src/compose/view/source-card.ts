/** The particulars of a document under assessment, and the errors that it is quoted with. */
import type { PhrasingContent, TableRow } from 'mdast';
import type { Entry } from '../../model/stages.ts';
import type { MessageKey } from '../messages.ts';
import { quoted } from '../quotation-marks.ts';
import { dateNode, say, type ViewContext } from './context.ts';

/** What templates get of the document that the brief is about; null where it is about none. */
export function sourceCard(context: ViewContext) {
  const id = context.selected.brief.data.assesses;
  const entry = id === undefined ? undefined : context.records.source.get(id);
  if (entry === undefined) return null;
  const { slots } = context;
  const { data } = entry;
  return {
    table: slots.blocks({
      type: 'table',
      align: [null, null],
      children: [row('', text('')), ...particulars(context, entry)],
    }),
    provenance: slots.markdown(data.provenance, { entry, path: ['provenance'] }),
    errors: (data.sic ?? []).map((error, index) => ({
      text: slots.text(say(context, 'sic', { text: quoted(error.text, context.lang) }), {
        entry,
        path: ['sic', index, 'text'],
      }),
      correction: slots.text(
        say(context, 'correction', { text: quoted(error.correction, context.lang) }),
        {
          entry,
          path: ['sic', index, 'correction'],
        },
      ),
      reason: slots.text(error.reason, { entry, path: ['sic', index, 'reason'] }),
      locator: slots.text(error.locator, { entry, path: ['sic', index, 'locator'] }),
    })),
  };
}

function particulars(context: ViewContext, { data }: Entry<'source'>): TableRow[] {
  const rows: TableRow[] = [];
  const add = (key: MessageKey, ...nodes: PhrasingContent[]) =>
    rows.push(row(say(context, key), ...nodes));
  const lang = data.originalLang;
  add('title', text(data.title));
  if (data.originalTitle !== undefined) {
    add('originalTitle', foreign(data.originalTitle, lang));
  }
  if (lang !== undefined) add('originalLanguage', text(languageName(context.lang, lang)));
  if (data.translatedBy !== undefined) add('translation', text(data.translatedBy));
  const authors = (data.author ?? []).map(cslNameOf);
  if (authors.length > 0) add('author', text(joinList(context.lang, authors)));
  if (data['container-title'] !== undefined || data.publisher !== undefined) {
    add('publishedBy', text(data['container-title'] ?? data.publisher ?? ''));
  }
  if (data.issued !== undefined) add('issued', dateNode(context, data.issued));
  const kind = data.genre ?? data.descriptor;
  if (kind !== undefined) add('kind', text(kind));
  if (data.archivedUrl !== undefined) add('archive', link(data.archivedUrl));
  if (data.access !== undefined) {
    const keys = {
      open: 'accessOpen',
      restricted: 'accessRestricted',
      offline: 'accessOffline',
    } as const;
    add('access', text(say(context, keys[data.access])));
  }
  if (data.grade !== undefined) {
    add('grade', { type: 'phrase', role: 'grade', attributes: {}, children: [text(data.grade)] });
  }
  if (data.status !== undefined) {
    const keys = {
      current: 'statusCurrent',
      corrected: 'statusCorrected',
      retracted: 'statusRetracted',
    } as const;
    add('status', text(say(context, keys[data.status])));
  }
  return rows;
}

function row(head: string, ...nodes: PhrasingContent[]): TableRow {
  return {
    type: 'tableRow',
    children: [
      { type: 'tableCell', children: head === '' ? [] : [text(head)] },
      {
        type: 'tableCell',
        children: nodes.filter((node) => node.type !== 'text' || node.value !== ''),
      },
    ],
  };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function link(url: string): PhrasingContent {
  return {
    type: 'link',
    url,
    children: [{ type: 'text', value: url.replace(/^https?:\/\//, '') }],
  };
}

function foreign(value: string, lang: string | undefined): PhrasingContent {
  const data = lang === undefined ? {} : { data: { lang } };
  return {
    type: 'phrase',
    role: 'foreign',
    attributes: {},
    children: [{ type: 'text', value }],
    ...data,
  };
}

type CslName = NonNullable<Entry<'source'>['data']['author']>[number];

function cslNameOf(name: CslName): string {
  if ('literal' in name) return name.literal;
  return [name.given, name['non-dropping-particle'], name.family, name.suffix]
    .filter((part) => part !== undefined)
    .join(' ');
}

function joinList(lang: string, names: readonly string[]): string {
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(names);
}

function languageName(lang: string, of: string): string {
  return new Intl.DisplayNames(lang, { type: 'language' }).of(of) ?? of;
}
