/** Checks that the page can do nothing, and needs nothing from elsewhere. */
import type { Element } from 'hast';
import { diagnose } from '../../../model/diagnostic.ts';
import { shortened } from '../../shortened.ts';
import { attribute, type HtmlView, plain } from '../open-html.ts';
import type { HtmlRule } from '../rule.ts';

export const safetyRules: readonly HtmlRule[] = [
  {
    code: 'html-script-present',
    requirement: 'nothing in the page runs',
    standards: ['own'],
    source: 'own rule, on Content Security Policy Level 3, 6.1.11 (script-src)',
    check: ({ elements }) =>
      [...new Set(elements.flatMap(scriptsOf))].map((script) =>
        diagnose('html-script-present', { script }),
      ),
  },
  {
    code: 'html-not-self-contained',
    requirement: 'the page is one file: it loads nothing from elsewhere',
    standards: ['own'],
    source: 'own rule, on HTML Standard, 2.4.3 (fetching resources)',
    check: (view) => {
      const loaded = new Map(loadedBy(view).map((one) => [one.address, one]));
      return [...loaded.values()].map(({ address, used }) =>
        diagnose('html-not-self-contained', { address: shortened(address, 80), used }),
      );
    },
  },
];

/** Data blocks are no scripts. Source: HTML Standard, 4.12.1. */
const dataBlock = /^(?:application\/(?:ld\+)?json|text\/(?:plain|csv))$/i;

function scriptsOf(element: Element): string[] {
  const { tagName, properties } = element;
  const found: string[] = [];
  if (tagName === 'script' && !dataBlock.test(attribute(element, 'type') ?? ''))
    found.push('a script');
  if (tagName === 'object' || tagName === 'embed' || tagName === 'applet')
    found.push(`an element <${tagName}>`);
  for (const name of Object.keys(properties))
    if (/^on[a-z]/i.test(name)) found.push(`a script in ${name.toLowerCase()}`);
  for (const name of ['href', 'src', 'action', 'formAction', 'xLinkHref'])
    if (/^[\0-\x20]*javascript:/i.test(attribute(element, name) ?? ''))
      found.push('a script in an address');
  return found;
}

interface Loaded {
  readonly address: string;
  /** For what: `img src`. */
  readonly used: string;
}

/** Attributes that make a browser fetch something, by element. Source: HTML Standard, 4. */
const fetching: Readonly<Record<string, readonly string[]>> = {
  audio: ['src'],
  embed: ['src'],
  iframe: ['src'],
  image: ['href', 'xLinkHref'],
  img: ['src', 'srcSet'],
  input: ['src'],
  object: ['data'],
  script: ['src'],
  source: ['src', 'srcSet'],
  track: ['src'],
  use: ['href', 'xLinkHref'],
  video: ['src', 'poster'],
};

/** Links that are followed only when a reader does. Source: HTML Standard, 4.6.7. */
const restingLinks =
  /^(?:alternate|author|bookmark|canonical|help|license|next|prev|search|self|tag|describedby|cite-as|me)$/i;

function loadedBy({ elements }: HtmlView): readonly Loaded[] {
  return elements.flatMap((element) => {
    const { tagName } = element;
    const own = (fetching[tagName] ?? []).flatMap((name) =>
      addressesIn(attribute(element, name), name).map((address) => ({
        address,
        used: `${tagName} ${name.toLowerCase()}`,
      })),
    );
    return [...own, ...linked(element), ...styled(element)].filter(({ address }) =>
      isElsewhere(address),
    );
  });
}

function addressesIn(value: string | undefined, name: string): string[] {
  if (value === undefined) return [];
  if (name !== 'srcSet') return [value];
  return value.split(/,\s+/).map((candidate) => candidate.trim().split(/\s/)[0] ?? '');
}

function linked(element: Element): readonly Loaded[] {
  const href = element.tagName === 'link' ? attribute(element, 'href') : undefined;
  if (href === undefined) return [];
  const relations = (attribute(element, 'rel') ?? '').split(/\s+/);
  const isResting = relations.every((relation) => restingLinks.test(relation));
  return isResting && !relations.includes('stylesheet')
    ? []
    : [{ address: href, used: `link ${relations.join(' ')}` }];
}

function styled(element: Element): readonly Loaded[] {
  const css = element.tagName === 'style' ? plain(element) : (attribute(element, 'style') ?? '');
  const source = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const urls = source.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)/gi);
  const imports = source.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/gi);
  return [...urls, ...imports].map(([, a, b, c]) => ({
    address: (a ?? b ?? c ?? '').trim(),
    used: 'style',
  }));
}

function isElsewhere(address: string): boolean {
  return address.trim() !== '' && !/^\s*(?:data:|#|about:blank$)/i.test(address);
}
