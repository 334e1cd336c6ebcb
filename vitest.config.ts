import { defineConfig } from 'vitest/config'

const properties = 'test/setup/properties.ts'

// No isolation between test files: six times faster, and a file that leaks state is a fault we want to see.
const shared = { isolate: false, pool: 'forks', testTimeout: 60_000, hookTimeout: 60_000 } as const

export default defineConfig({
  test: {
    ...shared,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['packages/**/*.test.{ts,tsx}', 'apps/web/**/*.test.{ts,tsx}'],
          setupFiles: [properties],
        },
      },
      {
        test: {
          ...shared,
          name: 'server',
          include: ['apps/server/**/*.test.ts', 'hospital/**/*.test.ts', 'conformance/**/*.test.ts'],
          globalSetup: ['apps/server/test/global-setup.ts'],
          setupFiles: [properties],
        },
      },
      {
        test: {
          ...shared,
          name: 'journeys',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/support/global-setup.ts'],
          setupFiles: ['e2e/support/hooks.ts'],
          // One at a time in a city of their own; `npm test` runs two such cities beside one another.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
      { test: { ...shared, name: 'repository', include: ['test/**/*.test.ts'], testTimeout: 120_000 } },
    ],
  },
})
