/**
 * What an engine finds out of every source of every document before it prints any: how it looks when it is
 * cited, to find others that look alike, and what it is sorted by. Where a style asks nothing but the source,
 * that is found out once.
 */
import type { CslItem } from '../../model/document.ts';
import { remember } from '../../model/remember.ts';
import type { CslEngine, EngineSteps } from './csl-engine.ts';
import type { CslElement } from './csl-xml.ts';

type Looks = Pick<EngineSteps, 'getAmbiguousCite' | 'getSortKeys'>;

/** What was found out, and what the engine goes on with: how names were cut. */
interface Look {
  readonly text: string;
  readonly settings: object;
}

/** Words of styles that look at the other sources too. Source: CSL 1.0.2, Disambiguation, Sorting. */
const lookingAround = /disambiguat|citation-number|year-suffix/;

/** the engine's steps, style, id → the source in the document that is being printed → steps that remember. */
export function rememberLooks(
  { getAmbiguousCite, getSortKeys }: Looks,
  style: CslElement,
  itemOf: (id: string) => CslItem,
): Looks {
  if (lookingAround.test(JSON.stringify(style))) return { getAmbiguousCite, getSortKeys };
  const looksOf = remember((_: CslItem): { look?: Look } => ({}));
  const keysOf = remember((_: CslItem) => new Map<string, readonly string[]>());
  return {
    getAmbiguousCite(item, ...rest) {
      // It asks again for a source that it knows, with what it has made of it.
      if (rest.length > 0 || !isAlone(this, item.id)) {
        return getAmbiguousCite.call(this, item, ...rest);
      }
      const known = looksOf(itemOf(item.id));
      if (known.look === undefined) {
        const text = getAmbiguousCite.call(this, item);
        known.look = { text, settings: structuredClone({ ...this.tmp.disambig_settings }) };
        return text;
      }
      // The engine takes a copy of the settings when it registers the source.
      Object.assign(this.tmp, { area: 'citation', root: 'citation', disambig_request: false });
      this.tmp.disambig_settings = known.look.settings;
      return known.look.text;
    },

    getSortKeys(item, list) {
      if (this.opt.parallel.enable === true) return getSortKeys.call(this, item, list);
      const known = keysOf(itemOf(item.id));
      const keys = known.get(list) ?? [...getSortKeys.call(this, item, list)];
      known.set(list, keys);
      return [...keys];
    },
  };
}

/** Parallel reports share words, and what is registered has been told from others already. */
function isAlone({ opt, registry }: CslEngine, id: string): boolean {
  return opt.parallel.enable !== true && registry.registry[id] === undefined;
}
