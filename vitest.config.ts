import { defineConfig } from 'vitest/config'
import { LongestFirst } from './api/test/longest-first.ts'

/** Limits are there to end what hangs; a busy machine may take long for anything. */
const limits = {
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 60_000 } },
}

export default defineConfig({
  test: {
    // one throw-away PostgreSQL for the whole run, whatever projects take part
    globalSetup: ['api/test/global-setup.ts'],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'node',
          include: ['shared/src/**/*.test.ts', 'api/**/*.test.ts', 'web/src/**/*.test.{ts,tsx}'],
          ...limits,
          // Each file makes what it needs and closes it; read anew for each, the modules cost more than many tests.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['web/e2e/**/*.spec.ts'],
          globalSetup: ['web/e2e/global-setup.ts'],
          ...limits,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
