import { defineConfig } from 'vitest/config'

/** `npm run screenshots`: the pictures of docs/screenshots, from the built window over the real program. */
export default defineConfig({
  test: {
    include: ['tools/screenshots/*.shots.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 300_000,
    globalSetup: ['tests/e2e/ready.ts'],
  },
})
