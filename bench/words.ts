/** Prose for measuring: sentences of ordinary words, the same for the same seed. */

export interface Words {
  /** A whole number from 0 up to, but without, the limit. */
  number(below: number): number;
  name(): string;
  title(): string;
  /** Ten to sixteen words, none of them a hedge. */
  sentence(): string;
  sentences(count: number): string;
}

const vocabulary = (
  'the new channel kept its archive open while older material moved between platforms and readers ' +
  'followed links of one group to another after each removal because mirrors returned within days ' +
  'analysts recorded fewer releases in spring than in autumn yet supporters translated more texts ' +
  'every month which shows how local editors carried forward without orders from abroad'
).split(' ');

/** seed → words, by the generator "mulberry32" (Tommy Ettinger, public domain). */
export function createWords(seed: number): Words {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const number = (below: number) => Math.floor(random() * below);
  const word = () => vocabulary[number(vocabulary.length)] ?? '';
  const some = (count: number) => Array.from({ length: count }, word).join(' ');
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const sentence = () => `${capital(some(10 + number(7)))}.`;
  return {
    number,
    name: () => capital(word()),
    title: () => capital(some(5 + number(3))),
    sentence,
    sentences: (count) => Array.from({ length: count }, sentence).join(' '),
  };
}
