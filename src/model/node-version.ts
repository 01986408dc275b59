/** Which versions of Node run us. This file must be readable for much older ones, too. */

/** The oldest that will do: it runs TypeScript as it is. The same as `engines` in package.json. */
export const oldestNode = '22.18';

/** `24.21.0` → whether it is new enough. */
export function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
