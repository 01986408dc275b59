import { beforeAll, describe, expect, it } from 'vitest';
import { type CiteResult, cite, show } from './cite.ts';
import { sources } from './sources.ts';

type Id = keyof typeof sources;
const ids = Object.keys(sources) as Id[];

/** Every source, cited first with a page and again without. */
const everySource = [
  ...ids.map((id) => `X [@${id}, p. 3].`),
  ...ids.map((id) => `X [@${id}].`),
].join('\n\n');

function entry(result: CiteResult, id: Id): string {
  const item = result.references.find(
    ({ data }) => data && 'id' in data && data.id === `ref-${id}`,
  );
  return item === undefined ? '' : show(item);
}

describe('the notes style', () => {
  let result: CiteResult;
  beforeAll(async () => {
    result = await cite(everySource, { sources });
  });

  it.each<[Id, string]>([
    [
      'report',
      'Harbour Institute, <_Quiet Channels: A Study of Moderation_>, research report HI-1204 (Leiden: Harbour Institute, May 2020), p. 3, <harbour.example/reports/hi-1204>.',
    ],
    [
      'webpage',
      'Ministry of Digital Affairs, <“Frequently asked questions”>, Government Online, p. 3, <digital.example/faq>, accessed 3 May 2025.',
    ],
    [
      'post',
      'Ada Okafor, <“Thread on the removal of channels”>, Mastodon, thread, 19 January 2024, p. 3, <social.example/@ada/109>.',
    ],
    [
      'newspaper',
      'Anna van Gogh and Jane Doe, <“Why ‘channels’ come back”>, _The Northern Times_, 14 June 2025, p. 3.',
    ],
    [
      'magazine',
      'Per Lindqvist, <“After the purge”>, _Security Monthly_, vol. 7, no. 6, June 2021, p. 3.',
    ],
    [
      'journal',
      'Ann Smith et al., <“Is it over?”>, _Journal of Online Harms_ 12, no. 3 (2020), p. 3, <doi.org/10.5555/joh.12.3>.',
    ],
    [
      'book',
      'Luisa García Pérez, <_A History of Takedowns_>, 2nd ed. (Valencia: Dockside Press, 2018), p. 3.',
    ],
    [
      'chapter',
      'Max Roe, <“Counting what is gone”>, in _Measuring Absence_, ed. by Rim Haddad (Valencia: Dockside Press, c. 2019), p. 3.',
    ],
    [
      'memo',
      'Media Office, <“On the choice of platforms”>, internal memo (12 October 2023), p. 3.',
    ],
    [
      'interview',
      'Salma Rahman, <“They never really left”>, _Radio Fjord_, interview, 1 March 2022, p. 3, <fjord.example/rahman>.',
    ],
    [
      'speech',
      'Ola Berg, <“Opening remarks”>, speech (Oslo: Nordic Council, 9 November 2021), p. 3.',
    ],
    ['law', '<Online Safety Act>, No. 18 of 2019 (2019), p. 3.'],
    ['unsigned', '<“Dealing with what remains”>, _The Evening Post_, 12 December 2019, p. 3.'],
    [
      'translated',
      '<_Instructions for the press_> [تعليمات للصحافة], trans. by Archive of Statements (2017), p. 3.',
    ],
  ])('prints a first note for the %s', (id, note) => {
    const printed = result.notes[ids.indexOf(id)];
    expect(printed && show(printed)).toBe(note);
  });

  it.each<[Id, string]>([
    ['report', 'Harbour Institute, <_Quiet Channels_>.'],
    ['newspaper', 'van Gogh and Doe, <“Why ‘channels’ come back”>.'],
    ['journal', 'Smith et al., <“Is it over?”>'],
    ['unsigned', '<“Dealing with what remains”>.'],
  ])('prints a later note for the %s in short', (id, note) => {
    const printed = result.notes[ids.length + ids.indexOf(id)];
    expect(printed && show(printed)).toBe(note);
  });

  it.each<[Id, string]>([
    [
      'report',
      'Harbour Institute. _Quiet Channels: A Study of Moderation_, research report HI-1204. Leiden: Harbour Institute, May 2020. <harbour.example/reports/hi-1204>.',
    ],
    [
      'webpage',
      'Ministry of Digital Affairs. “Frequently asked questions”, Government Online. <digital.example/faq>, accessed 3 May 2025.',
    ],
    [
      'newspaper',
      'van Gogh, Anna, and Jane Doe. “Why ‘channels’ come back”, _The Northern Times_, 14 June 2025, p. A4.',
    ],
    [
      'journal',
      'Smith, Ann, Kenji Ito, Max Roe, and Mei Ng. “Is it over?”, _Journal of Online Harms_ 12, no. 3, 2020, pp. 33–40. <doi.org/10.5555/joh.12.3>.',
    ],
    [
      'chapter',
      'Roe, Max. “Counting what is gone”, in _Measuring Absence_, ed. by Rim Haddad, pp. 101–124. Valencia: Dockside Press, c. 2019.',
    ],
    ['memo', 'Media Office. “On the choice of platforms”, internal memo. 12 October 2023.'],
  ])('lists the %s among the references', (id, printed) => {
    expect(entry(result, id)).toBe(printed);
  });

  it('sorts the references by name, particles aside, and by title where there is no name', () => {
    expect(result.items.map((item) => item.id)).toEqual([
      'speech',
      'unsigned',
      'book',
      'newspaper',
      'report',
      'translated',
      'magazine',
      'memo',
      'webpage',
      'post',
      'law',
      'interview',
      'chapter',
      'journal',
      'arabic',
    ]);
  });
});

describe('the author–date style', () => {
  let result: CiteResult;
  beforeAll(async () => {
    result = await cite(everySource, { sources, style: 'author-date' });
  });

  it.each<[Id, string]>([
    ['report', '(<Harbour Institute 2020, p. 3>)'],
    ['webpage', '(<Ministry of Digital Affairs n.d., p. 3>)'],
    ['post', '(<Okafor 2024, p. 3>)'],
    ['newspaper', '(<van Gogh and Doe 2025, p. 3>)'],
    ['magazine', '(<Lindqvist 2021, p. 3>)'],
    ['journal', '(<Smith et al. 2020, p. 3>)'],
    ['book', '(<García Pérez 2018, p. 3>)'],
    ['chapter', '(<Roe c. 2019, p. 3>)'],
    ['memo', '(<Media Office 2023, p. 3>)'],
    ['interview', '(<Rahman 2022, p. 3>)'],
    ['speech', '(<Berg 2021, p. 3>)'],
    ['unsigned', '(<“Dealing with what remains” 2019, p. 3>)'],
  ])('cites the %s', (id, printed) => {
    const paragraph = result.tree.children[ids.indexOf(id)];
    expect(paragraph && show(paragraph)).toBe(`X ${printed}.`);
  });

  it.each<[Id, string]>([
    [
      'report',
      'Harbour Institute (May 2020). _Quiet Channels: A Study of Moderation_, research report HI-1204. Leiden: Harbour Institute. <harbour.example/reports/hi-1204>.',
    ],
    [
      'webpage',
      'Ministry of Digital Affairs (n.d.). “Frequently asked questions”, Government Online. <digital.example/faq>, accessed 3 May 2025.',
    ],
    [
      'post',
      'Okafor, Ada (19 January 2024). “Thread on the removal of channels”, Mastodon, thread. <social.example/@ada/109>.',
    ],
    [
      'newspaper',
      'van Gogh, Anna, and Jane Doe (14 June 2025). “Why ‘channels’ come back”, _The Northern Times_, p. A4.',
    ],
    [
      'magazine',
      'Lindqvist, Per (June 2021). “After the purge”, _Security Monthly_, vol. 7, no. 6, pp. 12–15.',
    ],
    [
      'journal',
      'Smith, Ann, Kenji Ito, Max Roe, and Mei Ng (2020). “Is it over?”, _Journal of Online Harms_ 12, no. 3, pp. 33–40. <doi.org/10.5555/joh.12.3>.',
    ],
    [
      'book',
      'García Pérez, Luisa (2018). _A History of Takedowns_, 2nd ed. Valencia: Dockside Press.',
    ],
    [
      'chapter',
      'Roe, Max (c. 2019). “Counting what is gone”, in _Measuring Absence_, ed. by Rim Haddad, pp. 101–124. Valencia: Dockside Press.',
    ],
    ['memo', 'Media Office (12 October 2023). “On the choice of platforms”, internal memo.'],
    [
      'interview',
      'Rahman, Salma (1 March 2022). “They never really left”, _Radio Fjord_, interview. <fjord.example/rahman>.',
    ],
    ['speech', 'Berg, Ola (9 November 2021). “Opening remarks”, speech. Oslo: Nordic Council.'],
    ['unsigned', '“Dealing with what remains” (12 December 2019), _The Evening Post_.'],
  ])('lists the %s', (id, printed) => {
    expect(entry(result, id)).toBe(printed);
  });

  it('tells two works of one author and year apart by a letter', async () => {
    const book = { ...sources.book, issued: '2020-03' };
    const twice = { a: book, b: { ...book, title: 'More Takedowns', issued: '2020-04' } };
    const { tree } = await cite('[@b; @a]', { sources: twice, style: 'author-date' });
    expect(tree.children[0] && show(tree.children[0])).toBe(
      '(<García Pérez 2020b>; <García Pérez 2020a>)',
    );
  });
});

describe('languages', () => {
  it.each([
    [
      'en-US',
      'Lindqvist, Per. “After the purge,” _Security Monthly_, vol. 7, no. 6, June 2021, pp. 12–15.',
    ],
    [
      'en-AU',
      'Lindqvist, Per. “After the purge”, _Security Monthly_, vol. 7, no. 6, June 2021, pp. 12–15.',
    ],
    [
      'fr-CA',
      'Lindqvist, Per. «\u00a0After the purge\u00a0», _Security Monthly_, vol. 7, nᵒ 6, juin 2021, p. 12-15.',
    ],
    [
      'de',
      'Lindqvist, Per. „After the purge“, _Security Monthly_, Bd. 7, Nr. 6, Juni 2021, S. 12–15.',
    ],
    [
      'es',
      'Lindqvist, Per. «After the purge», _Security Monthly_, vol. 7, n.º 6, junio de 2021, pp. 12-15.',
    ],
    [
      'ar',
      'Lindqvist, Per. «After the purge», _Security Monthly_, مج 7, ع 6, يونيو 2021, ص 12–15.',
    ],
    [
      'zh-CN',
      'Lindqvist, Per. “After the purge”, _Security Monthly_, 卷 7, 期 6, 2021年6月, 页 12–15.',
    ],
    [
      'pt',
      'Lindqvist, Per. “After the purge”, _Security Monthly_, vol. 7, no. 6, June 2021, pp. 12–15.',
    ],
    [
      'not a tag',
      'Lindqvist, Per. “After the purge”, _Security Monthly_, vol. 7, no. 6, June 2021, pp. 12–15.',
    ],
  ])('prints an entry in %s', async (lang, printed) => {
    const { references } = await cite('[@magazine]', { sources, lang });
    expect(references.map(show)).toEqual([printed]);
  });
});
