import { describe, expect, it } from 'vitest';
import { english, type MessageKey } from '../../../src/compose/messages/en.ts';
import { messagesFor } from '../../../src/compose/messages.ts';
import { labelKeys } from '../../../src/render/html/labels.ts';

const languages = ['en-GB', 'en-US', 'fr', 'es', 'de', 'ar', 'zh-Hans'];
const keys = Object.keys(english) as MessageKey[];

/** The names of a pattern's slots. */
function slotsOf(pattern: string): string[] {
  return [...new Set([...pattern.matchAll(/\{(\w+)(?:\}|, plural,)/g)].map(([, name]) => name))]
    .map(String)
    .sort();
}

describe.each(languages)('the words of %s', (lang) => {
  it('say everything that English says, with the same slots', async () => {
    const { messages } = await messagesFor(lang);
    expect(Object.keys(messages).sort()).toEqual([...keys].sort());
    for (const key of keys) {
      expect(messages[key].trim(), key).not.toBe('');
      expect(slotsOf(messages[key]), key).toEqual(slotsOf(english[key]));
    }
  });

  it('leave plurals out of what the page fills by itself', async () => {
    const { messages } = await messagesFor(lang);
    for (const key of labelKeys) expect(messages[key]).not.toContain('plural');
  });

  it('fill every pattern', async () => {
    const { messages, fill } = await messagesFor(lang);
    for (const key of keys) {
      const slots = Object.fromEntries(slotsOf(english[key]).map((name) => [name, 3]));
      expect(fill(messages[key], slots), key).not.toMatch(/[{}]/);
    }
  });
});

describe('the words of a language', () => {
  it('count in Arabic with its six forms', async () => {
    const { messages, fill } = await messagesFor('ar');
    const texts = [1, 2, 5, 12].map((minutes) => fill(messages.readTime, { minutes }));
    expect(texts).toEqual([
      'دقيقة واحدة للقراءة',
      'دقيقتان للقراءة',
      '5 دقائق للقراءة',
      '12 دقيقة للقراءة',
    ]);
  });

  it('hold a blank before high punctuation in French, and inside its quotation marks', async () => {
    const { messages } = await messagesFor('fr');
    for (const key of keys) {
      const pattern = messages[key].replace(/\{\w+, plural,.*\}/s, '').replace('TLP:CLEAR', '');
      expect(pattern, key).not.toMatch(/[^\u00a0][:;?!»]|«[^\u00a0]/);
    }
  });

  it('spell in the American way for en-US alone', async () => {
    expect((await messagesFor('en-US')).messages.licence).toBe('License: {licence}');
    expect((await messagesFor('en-GB')).messages.licence).toBe('Licence: {licence}');
  });

  it('are English where there are none, and say so', async () => {
    expect(await messagesFor('he')).toMatchObject({ lang: 'en', messages: english });
    // Simplified characters would be wrong there.
    expect(await messagesFor('zh-TW')).toMatchObject({ lang: 'en' });
    expect(await messagesFor('zh-CN')).toMatchObject({ lang: 'zh' });
  });
});
