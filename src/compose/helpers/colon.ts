/** `{{date}}{{colon}} {{text}}`: a colon as the brief's language sets it. */
import type { Helper } from '../engine.ts';
import type { ViewContext } from '../view/context.ts';

/** context → helper without arguments. */
export function colon({ messages }: Pick<ViewContext, 'messages'>): Helper {
  return () => messages.colon;
}
