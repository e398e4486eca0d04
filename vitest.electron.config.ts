import { defineConfig } from 'vitest/config'

/** The built application in the real Electron, where there is one and a screen to show it on. */
export default defineConfig({
  test: {
    include: ['tests/electron/**/*.electron.ts'],
    pool: 'forks',
    fileParallelism: false,
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
