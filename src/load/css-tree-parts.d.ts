/** The parts of `css-tree` that are used; its index also reads tables of all of CSS from files of their own. */
declare module 'css-tree/parser' {
  // biome-ignore lint/style/noDefaultExport: so the package has it.
  export { parse as default } from 'css-tree';
}
declare module 'css-tree/generator' {
  // biome-ignore lint/style/noDefaultExport: so the package has it.
  export { generate as default } from 'css-tree';
}
declare module 'css-tree/walker' {
  // biome-ignore lint/style/noDefaultExport: so the package has it.
  export { walk as default } from 'css-tree';
}
