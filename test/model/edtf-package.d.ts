/** The part of the `edtf` package that the tests hold our reader against. */
declare module 'edtf' {
  const edtf: (text: string) => { readonly min: number; readonly max: number };

  // biome-ignore lint/style/noDefaultExport: it is the package's own.
  export { edtf as default };
}
