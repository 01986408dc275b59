/**
 * What is asked of axe, and what its answers come to. Each of its rules is one check. Rules that ask
 * what our own ask of the source are switched off, so that a fault is reported once.
 * Source: https://github.com/dequelabs/axe-core/blob/develop/doc/API.md
 */
import { diagnose } from '../../model/diagnostic.ts';
import type { AuditCheck, CheckOutcome, Standard } from '../report.ts';
import { shortened } from '../shortened.ts';

/** One answer of axe, as `axeQuestion` cuts it down. */
export interface AxeResults {
  readonly version: string;
  readonly rules: readonly AxeRule[];
}

interface AxeRule {
  readonly id: string;
  readonly help: string;
  readonly tags: readonly string[];
  readonly outcome: 'violations' | 'incomplete' | 'passes' | 'inapplicable';
  /** Places that failed or could not be decided, as selectors. */
  readonly places: readonly string[];
  /** Why axe could not decide, once each. */
  readonly doubts: readonly string[];
}

/** What our own checks of the source ask already. */
const askedBefore = [
  'document-title',
  'heading-order',
  'html-has-lang',
  'html-lang-valid',
  'image-alt',
  'page-has-heading-one',
  'valid-lang',
];

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules, or all → an expression that answers with `AxeResults`. What is folded away is opened. */
export function axeQuestion(only?: readonly string[]): string {
  const off = Object.fromEntries(askedBefore.map((id) => [id, { enabled: false }]));
  const options = {
    // Frames and files from elsewhere are not shown.
    iframes: false,
    preload: false,
    ...(only === undefined ? { runOnly: tags, rules: off } : { runOnly: only }),
  };
  return `(async () => {
    for (const one of document.querySelectorAll('details')) one.open = true;
    const results = await axe.run(document, ${JSON.stringify(options)});
    const outcomes = ['violations', 'incomplete', 'passes', 'inapplicable'];
    const rules = outcomes.flatMap((outcome) => results[outcome].map(({ id, help, tags, nodes }) => ({
      id, help, tags, outcome,
      places: outcome === 'violations' || outcome === 'incomplete'
        ? nodes.slice(0, 20).map(({ target }) => target.flat().join(' ')) : [],
      doubts: outcome === 'incomplete'
        ? [...new Set(nodes.flatMap(({ any }) => any.map(({ message }) => message)))].slice(0, 3) : [],
    })));
    return { version: results.testEngine.version, rules };
  })()`;
}

/** Answers for several views of one page → a check for each rule, with the worst that any view says. */
export function axeChecks(answers: readonly AxeResults[]): readonly AuditCheck[] {
  const version = answers[0]?.version ?? '';
  const byRule = new Map<string, AxeRule[]>();
  for (const { rules } of answers)
    for (const rule of rules) byRule.set(rule.id, [...(byRule.get(rule.id) ?? []), rule]);
  return [...byRule.values()]
    .map((rules) => checkOf(rules, version))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** From the worst to the best. */
const order = ['violations', 'incomplete', 'passes', 'inapplicable'] as const;

const outcomes: Readonly<Record<AxeRule['outcome'], CheckOutcome>> = {
  violations: 'failed',
  incomplete: 'undecided',
  passes: 'passed',
  inapplicable: 'not-applicable',
};

function checkOf(rules: readonly AxeRule[], version: string): AuditCheck {
  const worst = order.find((outcome) => rules.some((rule) => rule.outcome === outcome));
  const telling = rules.filter(({ outcome }) => outcome === worst);
  const [{ id, help, tags: named } = nothing] = telling;
  const criteria = named.flatMap(criterionOf);
  const isOfWcag = criteria.length > 0;
  const standard: Standard = isOfWcag ? 'WCAG 2.2' : 'best practice';
  const clauses = isOfWcag ? `; WCAG 2.2, ${criteria.join(' and ')}` : '';
  const places = [...new Set(telling.flatMap((rule) => rule.places))];
  const doubts = [...new Set(telling.flatMap((rule) => rule.doubts))];
  const outcome = outcomes[worst ?? 'inapplicable'];
  return {
    name: `axe/${id}`,
    code: 'html-axe',
    requirement: `${help.charAt(0).toLowerCase()}${help.slice(1)}`,
    standards: [standard],
    source: `axe-core ${version}, ${id}${clauses}`,
    outcome,
    ...(outcome === 'undecided'
      ? {
          reason: `axe leaves it to a person: ${doubts.join('; ') || places.slice(0, 3).join(', ')}`,
        }
      : {}),
    problems:
      outcome === 'failed'
        ? [
            diagnose('html-axe', {
              rule: id,
              help: `${help.charAt(0).toLowerCase()}${help.slice(1)}`,
              where: shortened(places.join(', '), 160),
            }),
          ]
        : [],
  };
}

const nothing: AxeRule = {
  id: '',
  help: '',
  tags: [],
  outcome: 'inapplicable',
  places: [],
  doubts: [],
};

/** `wcag1411` → 1.4.11; the other tags name levels and groups. */
function criterionOf(tag: string): string[] {
  const digits = tag.match(/^wcag(\d)(\d)(\d{1,2})$/);
  return digits === null ? [] : [digits.slice(1).join('.')];
}
