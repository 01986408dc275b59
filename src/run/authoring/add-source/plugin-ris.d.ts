/** The package has no types; importing it registers its formats, and nothing else is used. */
declare module '@citation-js/plugin-ris';
