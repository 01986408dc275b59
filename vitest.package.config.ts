import { defineConfig } from 'vitest/config';

/** Packs the package and installs it, which needs the registry and a minute: npm run test:package. */
export default defineConfig({
  test: {
    include: ['test/package/*.slow.ts'],
    testTimeout: 120_000,
    hookTimeout: 600_000,
    pool: 'forks',
  },
});
