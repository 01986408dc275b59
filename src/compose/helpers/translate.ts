/** `{{t "takeaways"}}`: a word of the interface, in the brief's language. */
import type { Helper } from '../engine.ts';
import { isMessageKey } from '../messages.ts';
import type { ViewContext } from '../view/context.ts';

/** context → helper: key, then the values of `{slots}` by name=value in order of the pattern. */
export function translate({ messages, slots }: ViewContext): Helper {
  return (key) => {
    if (typeof key !== 'string' || !isMessageKey(key)) throw new UnknownKey(String(key));
    return slots.text(messages[key]);
  };
}

/** A template asked for words that no language has. */
export class UnknownKey extends Error {
  readonly key: string;

  constructor(key: string) {
    super(`the template asks for the words "${key}", which no language has`);
    this.key = key;
  }
}
