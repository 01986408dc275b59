/** Identifiers: what passes, and what is said of the rest. The cases of the suite show the places. */
import { describe, expect, it } from 'vitest';
import {
  isbnFlaw,
  issnFlaw,
  orcidFlaw,
  rorFlaw,
} from '../../src/check/identifiers/check-digits.ts';
import { countryFlaw } from '../../src/check/identifiers/country.ts';
import { doiFlaw } from '../../src/check/identifiers/doi.ts';
import { emailFlaw } from '../../src/check/identifiers/email.ts';
import { languageFlaw } from '../../src/check/identifiers/language-tag.ts';
import { licenceFlaw } from '../../src/check/identifiers/licence.ts';
import { timeZoneFlaw } from '../../src/check/identifiers/time-zone.ts';
import { addressProblem, hiddenHost, isElsewhere } from '../../src/model/address.ts';

describe.each([
  ['ORCID', orcidFlaw, ['0000-0002-1825-0097', '0000-0001-5109-3700', '0000-0002-1694-233X']],
  ['ROR', rorFlaw, ['05a28rw58', '02mhbdp94', '00x0ma614']],
  ['ISBN', isbnFlaw, ['978-0-306-40615-7', '9780306406157', '0-306-40615-2', '080442957X']],
  ['ISSN', issnFlaw, ['0378-5955', '2434-561X']],
  ['DOI', doiFlaw, ['10.1000/182', '10.1016/j.jml.2019.104047', '10.1000/456#789']],
  ['e-mail', emailFlaw, ['desk@example.org', 'a.b+c@sub.example.org', 'a@localhost']],
  ['language', languageFlaw, ['en', 'en-GB', 'prs', 'zh-Hant-TW', 'haz', 'sr-Latn-RS', 'de-1996']],
  ['country', countryFlaw, ['GB', 'AF', 'XK', 'US']],
  ['licence', licenceFlaw, ['CC-BY-4.0', 'MIT', 'LicenseRef-house']],
  ['time zone', timeZoneFlaw, ['Europe/Paris', 'UTC', 'Asia/Kolkata', 'Asia/Kabul']],
])('%s', (_, flawOf, sound) => {
  it.each(sound)('%s is sound', (text) => {
    expect(flawOf(text)).toBeUndefined();
  });
});

describe('a slip in one digit', () => {
  it.each([
    [orcidFlaw, '0000-0002-1825-0097'],
    [rorFlaw, '05a28rw58'],
    [isbnFlaw, '9780306406157'],
    [isbnFlaw, '0306406152'],
    [issnFlaw, '0378-5955'],
  ])('is found wherever it is made', (flawOf, sound) => {
    for (const [at, digit] of [...sound].entries()) {
      if (!/\d/.test(digit)) continue;
      const slip = sound.slice(0, at) + ((Number(digit) + 1) % 10) + sound.slice(at + 1);
      expect(flawOf(slip), slip).toBeDefined();
    }
  });
});

describe('what to write instead', () => {
  it.each([
    [doiFlaw, 'https://doi.org/10.1000/182', '10.1000/182'],
    [doiFlaw, 'doi:10.1000/182', '10.1000/182'],
    [emailFlaw, 'Desk <desk@example.org>', 'desk@example.org'],
    [emailFlaw, 'mailto:desk@example.org', 'desk@example.org'],
    [languageFlaw, 'en_GB', 'en-GB'],
    [languageFlaw, 'en-UK', 'en-GB'],
    [languageFlaw, 'English', 'write en'],
    [languageFlaw, 'arabic', 'write ar'],
    [countryFlaw, 'UK', 'GB'],
    [licenceFlaw, 'cc-by-4.0', 'CC-BY-4.0'],
    [licenceFlaw, 'CC BY-SA 4.0', 'CC-BY-SA-4.0'],
    [timeZoneFlaw, 'europe/paris', 'Europe/Paris'],
    [timeZoneFlaw, 'America/New York', 'America/New_York'],
    [timeZoneFlaw, '+01:00', 'Europe/Paris'],
  ])('%o of %s: %s', (flawOf, text, words) => {
    expect(flawOf(text)?.hint).toContain(words);
  });
});

describe('an address', () => {
  it.each([
    'https://example.org',
    'HTTP://example.org/a?b=c#d',
    'https://example.org:8443/a%20b',
    'https://münchen.example/straße',
    'mailto:desk@example.org?subject=x',
  ])('%s may be linked', (address) => {
    expect(addressProblem(address)).toBeUndefined();
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\u00ADscript:alert(1)',
    'data:text/html,<script>',
    'file:///etc/passwd',
    'vbscript:x',
    'blob:https://example.org/x',
    'ftp://example.org',
    '//example.org',
    '\\\\example.org',
    '/etc/passwd',
    'example.org',
    'https:example.org',
    'https:/example.org',
    'https:///example.org',
    'https:\\\\example.org',
    'https://user@example.org',
    'https://user:secret@example.org',
    'https://:@example.org',
    'https://@example.org',
    'https://example.org\u202E/gpj.exe',
    'https://',
    'https://exa mple.org',
    'https://[::1',
    'mailto:',
    'mailto:?bcc=desk@example.org',
    'tel:+33',
  ])('%j is refused', (address) => {
    expect(addressProblem(address)).toBeDefined();
  });

  it('tells a host that is written in other letters', () => {
    expect(hiddenHost('https://аpple.com/')).toBe('xn--pple-43d.com');
    expect(hiddenHost('https://xn--pple-43d.com/')).toBe('xn--pple-43d.com');
    expect(hiddenHost('https://apple.com/')).toBeUndefined();
  });

  it('of a picture leads elsewhere, or to a file', () => {
    const elsewhere = [
      'https://a/b.png',
      '//a/b.png',
      '\\\\a\\b.png',
      'data:image/png,x',
      ' file:x',
    ];
    expect(elsewhere.filter(isElsewhere)).toEqual(elsewhere);
    expect(['data/map.png', './map.png', '../map.png', 'C:\\map.png'].filter(isElsewhere)).toEqual(
      [],
    );
  });
});
