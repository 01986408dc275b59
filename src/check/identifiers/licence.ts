/** Licences by their SPDX ids. The list is that of the package `spdx-license-ids`. */
import known from 'spdx-license-ids/index.json' with { type: 'json' };
import { didYouMean } from '../../model/did-you-mean.ts';
import type { Flaw } from './flaw.ts';

/** `CC-BY-4.0`, or `LicenseRef-…` for one's own → undefined; anything else → its flaw. */
export function licenceFlaw(id: string): Flaw | undefined {
  if (known.includes(id) || /^LicenseRef-[A-Za-z0-9.-]+$/.test(id)) return undefined;
  const typed = id.trim().replace(/[\s_]+/g, '-');
  const near =
    known.find((one) => one.toLowerCase() === typed.toLowerCase()) ?? didYouMean(typed, known);
  const hint =
    near === undefined
      ? 'look it up at spdx.org/licenses; write LicenseRef- and a name for a licence of your own'
      : `did you mean "${near}"?`;
  return { problem: 'is not the id of a licence', hint };
}
