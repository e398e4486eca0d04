import { readFileSync, writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { tempStore } from '../support/temp-store.ts'

const snapshotFile = new URL('./schema.sql', import.meta.url)

test('the migrated schema is the one checked in', async () => {
  const { store } = await tempStore()
  const { rows } = await sql<{ sql: string }>`
    SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'chunkText\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
    ORDER BY type, name`.execute(store.db)
  const schema = `${rows.map((row) => row.sql.replace(/\s+/g, ' ')).join(';\n')};\n`
  if (process.env.UPDATE_SNAPSHOTS === '1') writeFileSync(snapshotFile, schema)
  expect(schema).toBe(readFileSync(snapshotFile, 'utf8'))
})

test('every table of ours is STRICT', async () => {
  const { store } = await tempStore()
  const { rows } = await sql<{ name: string; strict: number }>`
    SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'`.execute(
    store.db,
  )
  expect(rows.filter(({ strict }) => strict === 0).map(({ name }) => name)).toEqual([])
  expect(rows.length).toBeGreaterThan(8)
})

test('every foreign key is found through an index, as EXPLAIN tells', async () => {
  const { store } = await tempStore()
  const { rows } = await sql<{ tableName: string; columnName: string }>`
    SELECT m.name AS tableName, f."from" AS columnName FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f
    WHERE m.type = 'table'`.execute(store.db)
  expect(rows.length).toBeGreaterThan(6)
  for (const { tableName, columnName } of rows) {
    const plan = await sql<{
      detail: string
    }>`EXPLAIN QUERY PLAN SELECT 1 FROM ${sql.table(tableName)} WHERE ${sql.ref(columnName)} = 'x'`.execute(store.db)
    expect(plan.rows.map(({ detail }) => detail).join(), `${tableName}.${columnName}`).toMatch(/^SEARCH/)
  }
})

test('audit rows can be neither changed nor removed, and chunks are never changed', async () => {
  const { store } = await tempStore()
  await store.write(async (trx) => {
    await trx
      .insertInto('audit')
      .values({
        seq: 1,
        at: '',
        bootId: '',
        actor: '',
        action: 'x',
        objectId: null,
        meta: '{}',
        prev: new Uint8Array(32),
        mac: new Uint8Array(32),
      })
      .execute()
  })
  await expect(store.write((trx) => trx.deleteFrom('audit').execute())).rejects.toThrow()
  await expect(store.write((trx) => trx.updateTable('audit').set({ action: 'y' }).execute())).rejects.toThrow()
})
