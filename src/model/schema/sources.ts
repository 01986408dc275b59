/**
 * Where things come from: sources, and the people and organisations behind them.
 * Source of the bibliographic fields: CSL-JSON (Citation Style Language 1.0.2 data schema).
 */
import { z } from 'zod';
import { lang, marking, note, silence, tags } from './common.ts';
import {
  choice,
  date,
  keyword,
  markdown,
  numberOrText,
  path,
  reference,
  text,
  url,
} from './leaf.ts';
import { translatable } from './translations.ts';

/** Item types of CSL 1.0.2 that policy staff cite. */
export const sourceTypes = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'collection',
  'dataset',
  'document',
  'entry',
  'entry-encyclopedia',
  'event',
  'figure',
  'graphic',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'map',
  'motion_picture',
  'pamphlet',
  'paper-conference',
  'patent',
  'performance',
  'periodical',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'software',
  'song',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const;

/** A CSL name: a person in parts, or a body as one literal. */
export const cslName = z
  .union([
    z.strictObject({
      family: text('Family name'),
      given: text('Given name or names').optional(),
      'dropping-particle': text('A particle left out in sorting').optional(),
      'non-dropping-particle': text('A particle kept in sorting').optional(),
      suffix: text('Jr, III').optional(),
    }),
    z.strictObject({ literal: text('A body, or a name that is not to be taken apart') }),
  ])
  .describe('A name: in parts (`family`, `given`), or whole (`literal`)');

/** Something that can be cited. */
export const source = z.strictObject({
  type: choice(sourceTypes, 'CSL item type'),
  title: text('Title, in the language of the source'),
  'title-short': text('Short title for repeated notes').optional(),
  author: z.array(cslName).min(1).describe('Authors').optional(),
  editor: z.array(cslName).min(1).describe('Editors').optional(),
  translator: z.array(cslName).min(1).describe('Translators').optional(),
  issued: date('When it was published').optional(),
  accessed: date('When it was last looked at').optional(),
  'container-title': text('The journal, newspaper, site or book it stands in').optional(),
  publisher: text('Publisher').optional(),
  'publisher-place': text('Place of publication').optional(),
  volume: numberOrText('Volume').optional(),
  issue: numberOrText('Issue').optional(),
  number: numberOrText('Report or document number').optional(),
  page: numberOrText('Pages: 12-19').optional(),
  edition: numberOrText('Edition').optional(),
  genre: text('Kind of document, in words: internal memo').optional(),
  medium: text('Medium').optional(),
  URL: url('Address').optional(),
  DOI: keyword('Digital object identifier, without https://doi.org/').optional(),
  ISBN: keyword('ISBN').optional(),
  ISSN: keyword('ISSN').optional(),
  language: lang.optional(),
  abstract: text('Abstract').optional(),
  grade: z
    .string()
    .regex(/^[A-F][1-6]$/)
    .describe('Admiralty grade: reliability A–F and credibility 1–6, as in B2')
    .optional(),
  descriptor: text('What kind of source this is, in a few words').optional(),
  originalTitle: text('Title in the original language, where `title` is a translation').optional(),
  originalLang: lang.optional(),
  translatedBy: text('Who translated it').optional(),
  provenance: markdown('How the document came to be known').optional(),
  archivedUrl: url('Address of an archived copy').optional(),
  archivedCopy: path('File with the archived text, relative to the project').optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the archived copy, in hex')
    .optional(),
  access: choice(['open', 'restricted', 'offline'], 'Who can get at it').optional(),
  status: choice(['current', 'corrected', 'retracted'], 'Whether it still stands').optional(),
  sic: z
    .array(
      z.strictObject({
        text: text('The words as the source has them'),
        correction: text('What they should say'),
        reason: text('How we know').optional(),
        locator: text('Where in the source').optional(),
      }),
    )
    .describe('Errors in the source, kept as they are, each with its correction')
    .optional(),
  tags: tags.optional(),
  marking: marking.optional(),
  note,
  silence: silence.optional(),
});

/** A person who writes or speaks. */
export const person = translatable(
  z.strictObject({
    name: cslName,
    role: text('Position').optional(),
    affiliations: z.array(reference('organisation', 'An organisation')).optional(),
    email: keyword('A public address of the office; never a private one').optional(),
    orcid: z
      .string()
      .regex(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/)
      .describe('ORCID, as 0000-0002-1825-0097')
      .optional(),
    bio: markdown('A sentence or two on who this is').optional(),
    marking: marking.optional(),
    note,
    silence: silence.optional(),
  }),
);

/** An organisation, possibly part of another. */
export const organisation = translatable(
  z.strictObject({
    name: text('Full name'),
    short: text('Abbreviation').optional(),
    parent: reference('organisation', 'The organisation it belongs to').optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .describe('ISO 3166-1 code of two letters: SG')
      .optional(),
    url: url('Home page').optional(),
    ror: z
      .string()
      .regex(/^0[a-z0-9]{6}\d{2}$/)
      .describe('ROR id, as 05a28rw58')
      .optional(),
    marking: marking.optional(),
    note,
    silence: silence.optional(),
  }),
);
