import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '#contract/errors.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { deleteDocument, insertDocument } from '../../src-main/store/documents.ts'
import { insertPerson } from '../../src-main/store/people.ts'
import type { Store } from '../../src-main/store/store.ts'
import { pathsIn } from '../../src-main/vault/backup-folder.ts'
import { makeSnapshot } from '../../src-main/vault/backup-make.ts'
import { deriveKey, minimumKdf } from '../../src-main/vault/keys.ts'
import { createHeader } from '../../src-main/vault/open-header.ts'
import { testPassphrase } from '../support/temp-app.ts'
import { tempDir } from '../support/temp-dir.ts'
import { tempStore, testCipher } from '../support/temp-store.ts'
import { filesBelow } from './backup-work.ts'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const stamp = { origin: 'here', logicalTime: 1 }

async function addDocument(store: Store, n: number): Promise<void> {
  const id = uuid(n) as DocumentId
  await store.write((trx) =>
    insertDocument(trx, {
      ...{
        id,
        personId: 'ada' as PersonId,
        sha256: `hash-${n}`,
        blobId: uuid(n),
        fileName: 'a.txt',
        title: 'a',
        format: 'text',
      },
      ...{
        sizeBytes: 1,
        state: 'queued',
        code: null,
        pageCount: 0,
        password: null,
        importedAt: '2026-01-01T00:00:00.000Z',
      },
      ...stamp,
    }),
  )
}

/** A store with two documents whose originals are missing; `onVerify` is called before that is told. */
async function making(onVerify: (store: Store, blobId: string) => Promise<void>) {
  const { store, dir, key } = await tempStore()
  const made = await createHeader({
    dir,
    passphrase: testPassphrase,
    purpose: 'family',
    userId: uuid(9),
    kdf: minimumKdf,
  })
  await store.write((trx) =>
    insertPerson(trx, {
      id: 'ada' as PersonId,
      name: 'Ada',
      bornOn: null,
      addedAt: '2026-01-01T00:00:00.000Z',
      ...stamp,
    }),
  )
  await addDocument(store, 1)
  await addDocument(store, 2)
  const verify = async (blobId: string) => {
    await onVerify(store, blobId)
    throw new AppError('vault/damaged-original')
  }
  const paths = pathsIn(tempDir())
  let next = 100
  const deps = {
    ...{ dir, store, vaultId: made.header.vaultId, cipher: testCipher, blobs: { verify } },
    keys: {
      databaseKey: key,
      headerKey: deriveKey(made.masterKey, 'header'),
      backupKey: deriveKey(made.masterKey, 'backup'),
    },
    now: () => '2026-01-02T00:00:00.000Z',
    newId: () => uuid(next++),
  }
  return { paths, make: () => makeSnapshot(deps, paths, [], () => {}, new AbortController().signal) }
}

test('a document that is deleted while its original is about to be copied is left out, and the copy is made anew', async () => {
  const { paths, make } = await making(async (store, blobId) => {
    await store.write((trx) => deleteDocument(trx, blobId as DocumentId))
  })
  const { manifest, written } = await make()
  expect({ documents: manifest.documents, originals: manifest.originals, written }).toEqual({
    ...{ documents: 0, originals: [], written: 0 },
  })
  expect(filesBelow(paths.folder)).toEqual(
    ['header.bak', 'header.json', `snapshots/${manifest.snapshotId}.mmk`, `stores/${manifest.snapshotId}.mms`].sort(),
  )
})

test('an original that is missing while its document is there fails the backup, and leaves no snapshot', async () => {
  const { paths, make } = await making(async () => {})
  await expect(make()).rejects.toMatchObject({ code: 'vault/damaged-original' })
  expect(filesBelow(join(paths.folder))).toEqual(['header.bak', 'header.json'])
})
