import { defineConfig } from 'vitest/config'

/** End-to-end: the built window in a real browser, over the real program in the test's own process. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    pool: 'forks',
    // one browser a core
    maxWorkers: 2,
    // a busy machine paints late
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    globalSetup: ['tests/e2e/ready.ts'],
  },
})
