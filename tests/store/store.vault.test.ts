import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Migration, migrate, schemaVersion } from '../../src-main/store/migrate.ts'
import { migrations } from '../../src-main/store/migrations/index.ts'
import { holdLock, openConnection, pageSizes } from '../../src-main/store/open.ts'
import { createStatements } from '../../src-main/store/statements.ts'
import { openStore } from '../../src-main/store/store.ts'
import { nextStamp } from '../../src-main/store/vault-meta.ts'
import { tempDir } from '../support/temp-dir.ts'
import { tempStore, testCipher } from '../support/temp-store.ts'

test('every connection has the pragmas it should, read back', () => {
  const file = join(tempDir(), 'a.db')
  const key = randomBytes(32)
  for (const readonly of [false, true]) {
    const db = openConnection({ file, key: Uint8Array.from(key), cipher: testCipher, readonly })
    const read = (name: string) => db.pragma(name, { simple: true })
    expect(read('journal_mode')).toBe('wal')
    expect(read('synchronous')).toBe(2)
    expect(read('temp_store')).toBe(2)
    expect(read('secure_delete')).toBe(1)
    expect(read('trusted_schema')).toBe(0)
    expect(read('page_size')).toBe(pageSizes[testCipher])
    expect(read('cipher')).toBe(testCipher)
    db.close()
  }
})

test('the key given to a connection is zeroed by it', () => {
  const key = Uint8Array.from(randomBytes(32))
  openConnection({ file: join(tempDir(), 'a.db'), key, cipher: testCipher, readonly: false }).close()
  expect([...key]).toEqual(Array(32).fill(0))
})

test('a store made here opens in a new process with its rows', async () => {
  const { store, file, key } = await tempStore()
  await store.write((trx) => nextStamp(trx))
  await store.close()
  const script = `
    import { openStore } from '${new URL('../../src-main/store/store.ts', import.meta.url)}'
    const store = await openStore({ file: ${JSON.stringify(file)}, key: Buffer.from('${key.toString('hex')}', 'hex'), cipher: '${testCipher}' })
    console.log((await store.db.selectFrom('vaultMeta').selectAll().where('name', '=', 'logicalTime').executeTakeFirstOrThrow()).value)
    await store.close()`
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(child.stdout.trim()).toBe('1')
})

test('a wrong key, a damaged first page and random bytes are all damage, and change nothing', async () => {
  const { store, file, key } = await tempStore()
  await store.close()
  const good = readFileSync(file)
  const open = (bytes: Buffer, withKey: Buffer) => {
    writeFileSync(file, bytes)
    return openStore({ file, key: withKey, cipher: testCipher })
  }
  await expect(open(good, randomBytes(32))).rejects.toMatchObject({ code: 'vault/damaged-store' })
  const flipped = Buffer.from(good)
  flipped[200] = (flipped[200] ?? 0) ^ 1
  await expect(open(flipped, key)).rejects.toMatchObject({ code: 'vault/damaged-store' })
  await expect(open(randomBytes(good.length), key)).rejects.toMatchObject({ code: 'vault/damaged-store' })
  const again = await open(good, key)
  expect(await schemaVersion(again)).toBe(migrations.length)
  await again.close()
})

test('a store that should be there and is not is damage, never a fresh one', async () => {
  const file = join(tempDir(), 'vault.db')
  await expect(openStore({ file, key: randomBytes(32), cipher: testCipher, mustExist: true })).rejects.toMatchObject({
    code: 'vault/damaged-store',
  })
  expect(existsSync(file)).toBe(false)
})

test('closing folds the write-ahead log in and leaves one file', async () => {
  const { store, file } = await tempStore()
  await store.write((trx) => nextStamp(trx))
  expect(existsSync(`${file}-wal`)).toBe(true)
  await store.close()
  expect(existsSync(`${file}-wal`)).toBe(false)
  expect(existsSync(`${file}-shm`)).toBe(false)
})

test('using db inside a transaction throws instead of hanging', async () => {
  const { store } = await tempStore()
  const inside = store.write(() => store.db.selectFrom('vaultMeta').selectAll().execute())
  await expect(inside).rejects.toThrow('pass trx down')
  const nested = store.write(async () => store.write(async () => 1))
  await expect(nested).rejects.toThrow('pass trx down')
  expect(await store.write(async () => 'still writes')).toBe('still writes')
})

test('a transaction that fails leaves nothing behind', async () => {
  const { store } = await tempStore()
  const failing = store.write(async (trx) => {
    await nextStamp(trx)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect((await store.write((trx) => nextStamp(trx))).logicalTime).toBe(1)
})

test('a reader sees the last commit while a transaction is under way, and never waits for it', async () => {
  const { store } = await tempStore()
  const gate = Promise.withResolvers<void>()
  const writing = store.write(async (trx) => {
    await nextStamp(trx)
    await gate.promise
  })
  const seen = await store.db
    .selectFrom('vaultMeta')
    .select('value')
    .where('name', '=', 'logicalTime')
    .executeTakeFirst()
  expect(seen?.value).toBe('0')
  gate.resolve()
  await writing
})

test('a store whose thread has ended answers every call with an error', async () => {
  const { store } = await tempStore()
  await store.close()
  await expect(store.db.selectFrom('person').selectAll().execute()).rejects.toMatchObject({ code: 'store/closed' })
})

test('the lock is refused to a second holder and free after release', () => {
  const file = join(tempDir(), 'lock.db')
  const first = holdLock(file)
  expect(() => holdLock(file)).toThrow('vault/in-use')
  first.release()
  holdLock(file).release()
})

test('a full store refuses the write with its own code and keeps what it had', async () => {
  const { store } = await tempStore()
  await sql`PRAGMA max_page_count = 1`.execute(store.db)
  const filling = store.write(async (trx) => {
    for (let i = 0; i < 400; i += 1)
      await trx
        .insertInto('vaultMeta')
        .values({ name: `x${i}`, value: 'y'.repeat(4000) })
        .execute()
  })
  await expect(filling).rejects.toMatchObject({ code: 'vault/disk-full' })
  await sql`PRAGMA max_page_count = 1073741823`.execute(store.db)
  expect((await store.write((trx) => nextStamp(trx))).logicalTime).toBe(1)
})

test('before a migration changes a store that holds rows, an encrypted copy of it is made and checked', async () => {
  const { store, dir, key } = await tempStore()
  const next: Migration = {
    name: '9999-test',
    up: async (db) => void (await sql`CREATE TABLE extra (id TEXT PRIMARY KEY) STRICT`.execute(db)),
  }
  expect(await migrate(store, (version) => join(dir, `copy-${version}.db`), [...migrations, next])).toBe(
    migrations.length + 1,
  )
  const copy = createStatements(
    openConnection({
      file: join(dir, `copy-${migrations.length}.db`),
      key: Uint8Array.from(key),
      cipher: testCipher,
      readonly: false,
    }),
  )
  expect(copy.run('PRAGMA user_version', []).rows).toEqual([{ user_version: migrations.length }])
  copy.close()
  await expect(migrate(store, () => 'unused')).rejects.toMatchObject({ code: 'app/too-old' })
})
