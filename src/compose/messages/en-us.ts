/** American spelling, where the words differ from the British ones. */
import { english, type Messages } from './en.ts';

export const american: Messages = {
  ...english,
  licence: 'License: {licence}',
};
