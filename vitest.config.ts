import { defineConfig } from 'vitest/config';

/** unit: pure and fast. proof: tens of thousands of random cases against a second implementation. integration: real files, database, documents, built bundles. e2e: real Chromium, one at a time. */
export default defineConfig({
  test: {
    // Two cores, as on the smallest machine that tests this; left alone, such a machine would use only one.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{domain,contract,core,renderer,architecture}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'integration',
          include: [
            'tests/{adapters,server,cli,main,transports,questionnaires,tools,docs,durability,packaging,fuzz}/**/*.test.ts',
          ],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'proof',
          include: ['tests/proof/**/*.test.ts'],
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          // A browser on a busy machine stalls now and then; scripts/test.mjs names every test that needed its second try.
          retry: 1,
        },
      },
    ],
    coverage: { provider: 'v8', include: ['src/domain/**/*.ts'], reporter: ['text-summary', 'html'] },
  },
});
