import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { migrate, schemaVersion } from '../../src-main/store/migrate.ts'
import { migrations } from '../../src-main/store/migrations/index.ts'
import { openStore } from '../../src-main/store/store.ts'
import { tempDir } from '../support/temp-dir.ts'
import { testCipher } from '../support/temp-store.ts'

/** As version 0.1.0 left a store: a text that was read, and a file of which a page waits for recognition and one half does. */
const rows = [
  `INSERT INTO person (id, name, addedAt, origin, logicalTime) VALUES ('ada', 'Ada Example', '', 'here', 1)`,
  ...['read', 'waiting'].map(
    (
      id,
    ) => `INSERT INTO document (id, personId, sha256, blobId, fileName, title, format, sizeBytes, state, pageCount, importedAt, origin, logicalTime)
      VALUES ('${id}', 'ada', '${id}', '${id}', 'a.pdf', 'a', 'pdf', 1, '${id === 'read' ? 'indexed' : 'needs-ocr'}', 1, '', 'here', 1)`,
  ),
  ...[`'read', 1, 'text', 0`, `'waiting', 1, 'text', 0`, `'waiting', 2, 'text', 1`, `'waiting', 3, 'none', 1`].map(
    (
      page,
    ) => `INSERT INTO page (documentId, number, method, needsOcr, text, words, wordCount, chunkSpans, readerVersion)
      VALUES (${page}, 'some words', x'', 2, '[[0,10]]', 1)`,
  ),
  `INSERT INTO chunk (documentId, pageId, personSeq, startOffset, endOffset, text) SELECT documentId, id, 1, 0, 10, text FROM page`,
  ...['read', 'waiting'].flatMap((id) => [
    `INSERT INTO job (id, kind, documentId, state, attempts, done, total) VALUES ('${id}-job', 'read', '${id}', 'done', 1, 1, 1)`,
    `INSERT INTO jobStep (documentId, step, sha256, version) VALUES ('${id}', 'read', '${id}', 1), ('${id}', 'index', '${id}', 1)`,
  ]),
]

async function olderStore() {
  const dir = tempDir()
  const file = join(dir, 'vault.db')
  const key = randomBytes(32)
  const open = (path: string) => openStore({ file: path, key, cipher: testCipher, mustExist: path !== file })
  const store = await open(file)
  onTestFinished(() => store.close())
  await migrate(store, () => '', migrations.slice(0, 1))
  await store.write(async (trx) => {
    for (const row of rows) await sql.raw(row).execute(trx)
  })
  return { store, open, copy: join(dir, 'copy.db') }
}

test('a store of the first version keeps its rows, and what waited for recognition is queued for it', async () => {
  const { store, copy } = await olderStore()
  const before = await store.db.selectFrom('job').selectAll().orderBy('seq').execute()
  const steps = await store.db.selectFrom('jobStep').selectAll().execute()
  await migrate(store, () => copy)

  const pages = await store.db.selectFrom('page').selectAll().orderBy('documentId').orderBy('number').execute()
  expect(pages.map(({ documentId, number, reading, text }) => [documentId, number, reading, text])).toEqual([
    ['read', 1, 'read', 'some words'],
    ['waiting', 1, 'read', 'some words'],
    ['waiting', 2, 'partly-read', 'some words'],
    ['waiting', 3, 'image-only', 'some words'],
  ])
  expect(pages.every(({ turn, notices, seenVersion }) => turn === 0 && notices === '[]' && seenVersion === null)).toBe(
    true,
  )
  const documents = await store.db.selectFrom('document').select(['id', 'partOf', 'partPosition', 'state']).execute()
  expect(documents).toEqual([
    { id: 'read', partOf: null, partPosition: 0, state: 'indexed' },
    { id: 'waiting', partOf: null, partPosition: 0, state: 'needs-ocr' },
  ])
  const jobs = await store.db.selectFrom('job').selectAll().orderBy('seq').execute()
  expect(jobs.slice(0, 2)).toEqual(before)
  expect(jobs.slice(2)).toMatchObject([{ kind: 'recognize', documentId: 'waiting', state: 'queued', attempts: 0 }])
  expect(jobs[2]?.seq).toBeGreaterThan(before.at(-1)?.seq ?? 0)
  expect(await store.db.selectFrom('jobStep').selectAll().execute()).toEqual(steps)
  const found = await sql`SELECT rowid FROM chunkText WHERE chunkText MATCH 'words'`.execute(store.db)
  expect(found.rows).toHaveLength(4)
  for (const pragma of ['integrity_check', 'foreign_key_check'])
    expect((await sql.raw(`PRAGMA ${pragma}`).execute(store.db)).rows).toEqual(
      pragma === 'integrity_check' ? [{ integrity_check: 'ok' }] : [],
    )
})

test('before anything is changed a copy is made, which opens under the same key as the version it was', async () => {
  const { store, open, copy } = await olderStore()
  const asked: number[] = []
  const version = await migrate(store, (from) => {
    asked.push(from)
    return copy
  })
  expect([asked, version, await schemaVersion(store)]).toEqual([[1], migrations.length, migrations.length])
  const older = await open(copy)
  onTestFinished(() => older.close())
  expect(await schemaVersion(older)).toBe(1)
  const { rows: pages } =
    await sql`SELECT number FROM page WHERE documentId = 'waiting' AND text = 'some words'`.execute(older.db)
  expect(pages).toHaveLength(3)
})

test('deleting a document still takes all that hangs on it, in the tables that were made anew too', async () => {
  const { store, copy } = await olderStore()
  await migrate(store, () => copy)
  await store.write((trx) => sql`DELETE FROM document WHERE id = 'waiting'`.execute(trx))
  for (const table of ['page', 'chunk', 'job', 'jobStep'] as const)
    expect(await store.db.selectFrom(table).select('documentId').distinct().execute(), table).toEqual([
      { documentId: 'read' },
    ])
})
