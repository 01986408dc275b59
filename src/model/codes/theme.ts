/** Diagnostics of the area "theme": colours, fonts, logo and style sheet of the office. */
import { error } from './define.ts';

export const themeCodes = {
  'theme-contrast': error<{
    name: string;
    colour: string;
    ground: string;
    found: string;
    needed: string;
    nearest: string;
  }>(
    ({ name, colour, ground, found, needed }) =>
      `the ${name} ${colour} on ${ground} has a contrast of ${found}:1, and text needs ${needed}:1`,
    ({ nearest }) => `take ${nearest}, the nearest colour that passes`,
  ),
  'theme-ground-dark': error<{ colour: string; nearest: string }>(
    ({ colour }) => `the ground ${colour} is too dark for the page on a light screen`,
    ({ nearest }) => `take ${nearest} or a lighter one; dark screens have a ground of their own`,
  ),
  'theme-font-missing': error<{ family: string }>(
    ({ family }) => `no font called "${family}" is installed or in the project`,
  ),
  'theme-font-unreadable': error<{ file: string }>(
    ({ file }) => `${file} is not a font that can be used`,
    () => 'use a font in the format WOFF2, TTF or OTF',
  ),
  'theme-css-refused': error<{ what: string }>(
    ({ what }) => `the style sheet of the office may not have ${what}`,
  ),
  'theme-css-unreadable': error<{ problem: string }>(
    ({ problem }) => `the style sheet cannot be read here: ${problem}`,
    () => 'see whether a bracket, a colon or a semicolon is missing in this line or before it',
  ),
  'logo-alt-missing': error(
    () => 'the logo has no description',
    () => 'add "logoAlt:", in a few words: logoAlt: A lighthouse',
  ),
} as const;
