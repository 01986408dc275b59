/** E-mail addresses. Source: HTML, "Valid e-mail address". */
import type { Flaw } from './flaw.ts';

const valid =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

/** `desk@example.org` → undefined; anything else → its flaw. */
export function emailFlaw(address: string): Flaw | undefined {
  if (valid.test(address)) return undefined;
  const bare = /[^\s<>:"]+@[^\s<>"]+/.exec(address)?.[0];
  const hint =
    bare !== undefined && valid.test(bare) ? `write ${bare}` : 'write it as desk@example.org';
  return { problem: 'is not an e-mail address', hint };
}
