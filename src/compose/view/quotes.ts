/** Quotations: direct, partial and indirect, each with as much of its speaker as is known. */
import type { PhrasingContent } from 'mdast';
import type { Entry } from '../../model/stages.ts';
import { citationNode, dateNode, pick, type ViewContext } from './context.ts';
import { nameOf } from './people.ts';

/** What templates get of each quotation. */
export function quoteViews(context: ViewContext, ids: readonly string[] | undefined) {
  const { slots } = context;
  return pick(context, 'quote', ids).map((entry) => {
    const { data } = entry;
    const kind = data.kind ?? 'direct';
    return {
      id: entry.id,
      kind,
      isDirect: kind === 'direct',
      isPartial: kind === 'partial',
      isIndirect: kind === 'indirect',
      text: slots.text(data.text, { entry, path: ['text'] }),
      lead: slots.markdown(data.lead, { entry, path: ['lead'] }),
      original:
        data.original === undefined
          ? null
          : slots.blocks({
              type: 'blockquote',
              data: data.lang === undefined ? {} : { lang: data.lang },
              children: [{ type: 'paragraph', children: [{ type: 'text', value: data.original }] }],
            }),
      attribution: slots.inline(...attribution(context, entry)),
    };
  });
}

/** "Name, role, place (outlet, date)" with the citation after it. */
function attribution(context: ViewContext, entry: Entry<'quote'>): PhrasingContent[] {
  const { data } = entry;
  const text = (value: string): PhrasingContent => ({ type: 'text', value });
  const parts: PhrasingContent[] = [
    { type: 'strong', children: [text(speakerOf(context, entry))] },
  ];
  if (data.role !== undefined) {
    parts.push(text(', '), {
      type: 'phrase',
      role: 'role',
      attributes: {},
      children: [text(data.role)],
    });
  }
  if (data.place !== undefined) parts.push(text(`, ${data.place}`));
  if (data.outlet !== undefined) {
    parts.push(text(', '), { type: 'emphasis', children: [text(data.outlet)] });
  }
  if (data.date !== undefined) parts.push(text(', '), dateNode(context, data.date));
  if (context.records.source.has(data.source)) {
    parts.push(text(' '), citationNode(data.source, data.locator));
  }
  return parts;
}

function speakerOf(context: ViewContext, { data }: Entry<'quote'>): string {
  const { speaker } = data;
  if ('person' in speaker) {
    const person = context.records.person.get(speaker.person);
    return person === undefined ? speaker.person : nameOf(person);
  }
  const label = 'label' in speaker ? speaker.label : speaker.name;
  return label.charAt(0).toLocaleUpperCase(context.lang) + label.slice(1);
}
