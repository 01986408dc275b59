/** What a rule about language is, and what it is given: everything is read once and shared. */
import type { Code } from '../../model/codes.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Memory } from '../../model/memory.ts';
import type { Scale } from '../../model/scale.ts';
import type { Entry, Records } from '../../model/stages.ts';
import { type Standards, scalesIn } from '../../model/standards.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { type Expression, expressionFinder, type FindExpressions } from './expressions.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { type Prose, proseOf, type Sentence } from './prose.ts';
import { houseScaleId, type Reach, reachesOf, scaleFinder } from './reach.ts';

/** One rule: the codes it reports, and how. Rules know nothing of each other. */
export interface Rule {
  readonly codes: readonly Code[];
  readonly check: (context: Context) => readonly Diagnostic[];
}

/** The data as the rules see them. */
export interface Context {
  readonly records: Records;
  /** Shipped and own, by id. */
  readonly scales: ReadonlyMap<string, Scale>;
  readonly prose: readonly Prose[];
  readonly reaches: readonly Reach[];
  readonly lexicon: Lexicon;
  /** The scales a record's words go by: one for each scale in use among its briefs. */
  readonly scalesFor: (entry: Entry) => readonly Scale[];
  /** Words of likelihood and confidence in a sentence; none where we have no words of its language. */
  readonly expressionsIn: (prose: Prose, sentence: Sentence) => readonly Expression[];
}

/** records, standards → what the rules work on. */
export function contextOf(records: Records, standards: Standards, memory?: Memory): Context {
  const scales = scalesIn(standards, records);
  const prose = proseOf(records, standards, memory);
  const reaches = reachesOf(records, scales);
  const house = scales.get(houseScaleId(records) ?? '');
  return {
    records,
    scales,
    prose,
    reaches,
    lexicon: lexiconOf(records, prose),
    scalesFor: scaleFinder(reaches, house),
    expressionsIn: sharedFinder(scales),
  };
}

/** Several rules look at the same sentence: it is searched once, with one tree of words a language. */
function sharedFinder(scales: ReadonlyMap<string, Scale>): FindExpressions {
  const finders = new Map<Vocabulary, FindExpressions>();
  const found = new Map<Sentence, readonly Expression[]>();
  return (prose, sentence) => {
    const known = found.get(sentence);
    if (known !== undefined) return known;
    if (prose.vocabulary === undefined) return [];
    const find =
      finders.get(prose.vocabulary) ?? expressionFinder(prose.vocabulary, scales.values());
    finders.set(prose.vocabulary, find);
    const expressions = find(prose, sentence);
    found.set(sentence, expressions);
    return expressions;
  };
}

/** True where a record silences a rule. What that means is for `applyOverrides`. */
export function isSilenced({ data }: Entry, code: Code): boolean {
  return 'silence' in data && data.silence?.[code] !== undefined;
}
