import { describe, expect, it } from 'vitest';
import { LinkReader } from '../../../src/render/pdf/page-facts.ts';
import { prepareForPrint } from '../../../src/render/pdf/prepare-for-print.ts';

const page = (body: string) => `<html><head><style>a<b></style></head><body>${body}</body></html>`;
const bodyOf = (body: string) =>
  prepareForPrint(page(body), 'en').html.match(/<body>(.*)<\/body>/s)?.[1];

describe('prepareForPrint', () => {
  it('changes nothing outside of the body', () => {
    const html = '<html><head><title><i lang="fr"></title></head><body><p>x</p></body></html>';
    expect(prepareForPrint(html, 'en').html).toBe(html);
  });

  it('gives a foreign phrase a role that carries its language', () => {
    expect(bodyOf('<i lang="fr">mot</i>')).toBe('<i role="mark" lang="fr">mot</i>');
    expect(bodyOf('<i class="a" lang=fr>mot</i>')).toBe('<i role="mark" class="a" lang=fr>mot</i>');
    expect(bodyOf('<span lang="fr" role="note">mot</span>')).toBe(
      '<span lang="fr" role="note">mot</span>',
    );
    expect(bodyOf('<p lang="fr">mot</p>')).toBe('<p lang="fr">mot</p>');
  });

  it('leaves markup in attributes and text alone', () => {
    const body = `<img alt='<i lang="fr">' title="a > <td></td>"><p>&#x3C;i lang="fr"> x < y</p>`;
    expect(bodyOf(body)).toBe(body);
  });

  it('marks abbreviations and keeps their language', () => {
    const { html, facts } = prepareForPrint(
      page('<abbr title="A &#x26; B">AB</abbr> <abbr lang="fr" title="C">c</abbr> <abbr>D</abbr>'),
      'en-GB',
    );
    expect(facts.expansions).toEqual(['A & B', 'C']);
    expect(html).toContain('<abbr lang="en-GB-x-exp0" title="A &#x26; B">');
    expect(html).toContain('<abbr lang="fr-x-exp1" lang="fr" title="C">');
    expect(html).toContain('<abbr>D</abbr>');
  });

  it('keeps cells without content', () => {
    expect(bodyOf('<td></td><th scope="row"></th><td> x </td>')).toBe(
      '<td>&#160;</td><th scope="row">&#160;</th><td> x </td>',
    );
  });

  it('collects what links are called, by what they lead to, in order', () => {
    const { links } = prepareForPrint(
      page(`<a href="https://example.org">One <b>two</b></a> <a href="#a%20b" aria-label="Note 1"
role="doc-noteref">1</a> <a href="#a%20b">again</a> <a href="mailto:x@example.org"></a>`),
      'en',
    ).facts;
    const reader = new LinkReader(links);
    expect(reader.next('https://example.org/')).toEqual({ label: 'One two', role: undefined });
    expect(reader.next('#a b')).toEqual({ label: 'Note 1', role: 'doc-noteref' });
    expect(reader.next('#a b')?.label).toBe('again');
    expect(reader.next('#a b')?.label).toBe('again');
    expect(reader.next('mailto:x@example.org')?.label).toBe('mailto:x@example.org');
    expect(reader.next('#nowhere')).toBeUndefined();
  });
});
