/** Where the standards lie once the package was built. */

/** All of them in one file, as JSON: path → value. */
export const packedStandards = 'standards.json';
