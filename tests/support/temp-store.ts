/** A fresh migrated store under the cipher of the test run, closed when the test ends. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { migrate } from '../../src-main/store/migrate.ts'
import type { Cipher } from '../../src-main/store/open.ts'
import { openStore, type Store } from '../../src-main/store/store.ts'
import { initVaultMeta } from '../../src-main/store/vault-meta.ts'
import { tempDir } from './temp-dir.ts'

/** The vault purpose, and with it the cipher, that this run of the suite is for. */
export const testPurpose: 'family' | 'patients' =
  process.env.MEDMEMORY_TEST_PURPOSE === 'patients' ? 'patients' : 'family'
export const testCipher: Cipher = testPurpose === 'patients' ? 'sqlcipher' : 'aegis'

export async function tempStore(): Promise<{ store: Store; dir: string; file: string; key: Buffer }> {
  const dir = tempDir()
  const file = join(dir, 'vault.db')
  const key = randomBytes(32)
  const store = await openStore({ file, key, cipher: testCipher })
  onTestFinished(() => store.close().catch(() => {}))
  await migrate(store, (version) => join(dir, `copy-${version}.db`))
  await store.write((trx) => initVaultMeta(trx, 'test-origin'))
  return { store, dir, file, key }
}
