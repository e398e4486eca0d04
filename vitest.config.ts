import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Tests that a cipher could make fail are named *.vault.test.ts and run once for each; other vaults are a family's. */
const vaultTests = 'tests/**/*.vault.test.ts'
const forCipher = (purpose: 'family' | 'patients', name: string) => ({
  extends: true as const,
  test: { name, include: [vaultTests], env: { MEDMEMORY_TEST_PURPOSE: purpose } },
})

export default defineConfig({
  test: {
    // the shell is tested without Electron; nothing else may import it
    alias: { electron: join(import.meta.dirname, 'tests/support/electron-stand-in.ts') },
    pool: 'forks',
    // most tests wait for processes they started; one worker a core leaves none idle
    maxWorkers: 2,
    // recognition takes seconds a page, and several times that on a machine that is wanted elsewhere
    testTimeout: 180_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      { extends: true, test: { name: 'plain', include: ['tests/**/*.test.ts'], exclude: [vaultTests] } },
      forCipher('family', 'aegis'),
      forCipher('patients', 'sqlcipher'),
    ],
    coverage: {
      provider: 'v8',
      // the window is covered by the end-to-end tests, in a browser
      include: ['src-main/**/*.ts', 'src-preload/**/*.ts'],
      reporter: ['text-summary'],
      thresholds: { lines: 85, branches: 80 },
    },
  },
})
