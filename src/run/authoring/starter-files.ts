/** The files of a new project: an office, a source, two findings, a takeaway, a brief, a page for staff. */

/** day of the first brief, `YYYY-MM-DD` → path → text. */
export function starterFiles(today: string): ReadonlyMap<string, string> {
  return new Map([
    ['data/publisher.yaml', publisher],
    ['data/sources.yaml', sources],
    ['data/findings.yaml', findings],
    ['data/takeaways.yaml', takeaways],
    ['data/briefs/first-brief.yaml', brief(today)],
    ['README.md', readme],
    ['.gitignore', ignored],
  ]);
}

const publisher = `# The office that signs the briefs. Replace the values and every brief follows.
publisher:
  name: Our Office
  lang: en-GB
  # What briefs and records take that say nothing themselves.
  defaults:
    marking: TLP:CLEAR
    scale: phia
    citations: notes
`;

const sources = `# Sources, with the fields of reference managers. "brief add source <file>" adds one from BibTeX,
# RIS or CSL-JSON.
sources:
  example-2025:
    type: report
    title: A report on bridges
    author:
      - literal: Example Institute
    issued: 2025-03
    language: en
`;

const findings = `# Findings: one statement each, with its evidence. They are what you update; every takeaway and
# brief that uses them follows.
findings:
  bridges-inspected:
    statement: In 2024 the town inspected 40 bridges.
    evidence:
      - source: example-2025
        locator: p. 3
    observed: 2024
    value: 40
    unit: bridges

  bridges-repaired:
    statement: Ten of the bridges were repaired within the year.
    evidence:
      - source: example-2025
        locator: p. 5
    observed: 2024
    value: 10
    unit: bridges
`;

const takeaways = `# Takeaways: judgements, each resting on findings.
takeaways:
  repairs-lag:
    lead: Repairs lag behind inspections.
    body: >-
      The town inspected 40 bridges and repaired a quarter of them within the year
      [@example-2025, pp. 3-5].
    findings: [bridges-inspected, bridges-repaired]
    # A rule that does not fit here is silenced, with the reason why.
    silence:
      evidence-single-source: This example has one source only.
`;

function brief(today: string): string {
  return `# A brief. The name of this file is its id: "brief first-brief" builds it alone.
template: strategic-takeaways
title: Bridges in our town
issued: ${today}
status: draft
takeaways: [repairs-lag]
sections:
  - title: What was done
    body: >-
      The inspections of 2024 covered [](#bridges-inspected) [@example-2025, p. 3]. The repairs
      took in [](#bridges-repaired) [@example-2025, p. 5].
    findings: [bridges-inspected, bridges-repaired]
`;
}

const readme = `# Our briefs

Everything you write is in \`data/\`; everything that is built goes to \`output/\`.

| you want to | do this |
| --- | --- |
| build all briefs | \`brief\` |
| see what is wrong | \`brief check\` |
| begin a brief | \`brief new\` |
| add a source | \`brief add source file.bib\` |
| change a finding | edit \`data/findings.yaml\`, then \`brief\` |
| get ids and fields in your editor | \`brief schema --vscode\` |

Begin with \`data/publisher.yaml\`: put in the name of the office. Then open
\`data/briefs/first-brief.yaml\`, change its title, and run \`brief\`.
`;

const ignored = `# Built again at any time
output/
.brief/
`;
