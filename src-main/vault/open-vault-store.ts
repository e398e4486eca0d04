/** The steps of opening a vault once its keys are known: its store, its audit log, what a crash left lying about. */
import { join } from 'node:path'
import { AppError } from '#contract/errors.ts'
import type { Notice } from '#contract/vault.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { type Audit, findAuditMac } from '../store/audit.ts'
import { listBlobIds } from '../store/documents.ts'
import { schemaVersion } from '../store/migrate.ts'
import { insertUser } from '../store/people.ts'
import { openStore, type Store } from '../store/store.ts'
import { initVaultMeta, nextStamp } from '../store/vault-meta.ts'
import { readAnchor } from './anchor.ts'
import type { Blobs } from './blobs.ts'
import type { SubKeys } from './keys.ts'
import type { OpenedHeader } from './open-header.ts'
import type { Opening } from './vault.ts'

/** An existing vault without its store is damaged; a fresh store in its place would hide the loss. */
export async function openVaultStore(
  dir: string,
  keys: SubKeys,
  cipher: OpenedHeader['header']['cipher'],
  opening: Opening,
): Promise<Store> {
  const file = join(dir, 'vault.db')
  const store = await openStore({ file, key: keys.databaseKey, cipher, mustExist: opening !== 'vault.create' })
  if (opening !== 'vault.create' && (await schemaVersion(store)) === 0) {
    await store.close()
    throw new AppError('vault/damaged-store')
  }
  return store
}

export async function recordOpening(
  {
    store,
    audit,
    clock,
    newId,
    userId,
  }: { store: Store; audit: Audit; clock: Clock; newId: () => string; userId: string },
  opening: Opening,
): Promise<void> {
  await store.write(async (trx) => {
    if (opening === 'vault.create') {
      await initVaultMeta(trx, newId())
      const stamp = await nextStamp(trx)
      await insertUser(trx, { id: userId, name: 'owner', role: 'owner', createdAt: clock.now(), ...stamp })
    }
    await audit.append(trx, { action: opening })
  })
}

/** A store that ends before the act that was last when the vault was closed has been put back or cut short. */
export async function checkAnchor(dir: string, keys: SubKeys, store: Store): Promise<Notice[]> {
  const anchor = await readAnchor(dir, keys.headerKey)
  if (anchor === undefined) return []
  if (anchor === 'damaged') return ['vault/anchor-damaged']
  const mac = await findAuditMac(store.db, anchor.auditSeq)
  const holds = mac !== undefined && Buffer.from(mac).toString('hex') === anchor.auditHead
  return holds ? [] : ['vault/older-than-last-use']
}

/** Originals whose row never committed: the import was cut off before it was acknowledged. */
export async function removeOrphans(store: Store, blobs: Blobs, log: Log): Promise<void> {
  const known = new Set((await listBlobIds(store.db)).map(({ blobId }) => blobId))
  const orphans = (await blobs.list()).filter((id) => !known.has(id))
  for (const id of orphans) await blobs.remove(id)
  if (orphans.length > 0) log('vault.orphans', { blobs: orphans.length })
}
