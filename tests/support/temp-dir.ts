/** A folder of one test's own, removed when the test ends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'medmemory-test-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}
