/** The part of the library that reads no files; its own types name the other one only. */
declare module 'juice/client' {
  import type { Options } from 'juice';

  const inline: (html: string, options: Options) => string;
  // biome-ignore lint/style/noDefaultExport: that is how the library exports it
  export default inline;
}
