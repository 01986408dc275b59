/**
 * Stands for a value that could not be read, once its author has been told: whoever meets it has
 * nothing more to say about it.
 */
export const unreadable: unique symbol = Symbol('unreadable');
