/** The package has no types of its own. */
declare module 'wawoff2/decompress.js' {
  /** WOFF2 → TrueType or OpenType, as a view of memory that the next call writes over. */
  // biome-ignore lint/style/noDefaultExport: it is all that the package exports
  export default function decompress(woff2: Uint8Array): Promise<Uint8Array>;
}
