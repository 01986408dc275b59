/** What the quick reader makes of a text: values, each with the place it was read from. */

/** A value with its place, 0-based UTF-16 offsets. `end` of a group or list is that of its last value. */
export type PlainNode = PlainScalar | PlainGroup | PlainList;

/** How a scalar was typed, in the words of the `yaml` package. */
export type ScalarType =
  | 'PLAIN'
  | 'QUOTE_DOUBLE'
  | 'QUOTE_SINGLE'
  | 'BLOCK_LITERAL'
  | 'BLOCK_FOLDED';

export interface PlainScalar {
  readonly type: ScalarType;
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
}

export interface PlainGroup {
  readonly type: 'GROUP';
  readonly start: number;
  readonly end: number;
  readonly value: Readonly<Record<string, unknown>>;
  /** By name. A file has as many groups as it has records and more, and most have few fields. */
  readonly fields: readonly PlainField[];
}

/** A field of a group: its name, the name's place and its value. */
export interface PlainField {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly node: PlainNode;
}

export interface PlainList {
  readonly type: 'LIST';
  readonly start: number;
  readonly end: number;
  readonly value: readonly unknown[];
  readonly items: readonly PlainNode[];
}
