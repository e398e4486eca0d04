import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { auditedActions, createAudit, findAuditHead } from '../../src-main/store/audit.ts'
import { tempStore } from '../support/temp-store.ts'

const newAudit = () =>
  createAudit({ key: randomBytes(32), bootId: 'boot', actor: 'owner', now: () => '2026-01-01T00:00:00.000Z' })

test('a chain of acts holds, and is known by its head', async () => {
  const { store } = await tempStore()
  const audit = newAudit()
  for (let i = 0; i < 30; i += 1)
    await store.write((trx) => audit.append(trx, { action: 'document.open', objectId: `d${i}` }))
  expect(await audit.findBreak(store.db)).toBeUndefined()
  expect((await findAuditHead(store.db)).seq).toBe(30)
})

test('a changed, a removed and a moved row are each found at their place', async () => {
  const { store } = await tempStore()
  const audit = newAudit()
  for (let i = 0; i < 20; i += 1)
    await store.write((trx) => audit.append(trx, { action: 'document.open', objectId: `d${i}` }))
  // an attacker with the key to the store but not to the chain: the triggers go first
  await sql`DROP TRIGGER auditUnchanged`.execute(store.db)
  await sql`DROP TRIGGER auditKept`.execute(store.db)
  await sql`UPDATE audit SET meta = '{"n":1}' WHERE seq = 17`.execute(store.db)
  expect(await audit.findBreak(store.db)).toBe(17)
  await sql`DELETE FROM audit WHERE seq = 9`.execute(store.db)
  expect(await audit.findBreak(store.db)).toBe(9)
  await sql`UPDATE audit SET seq = 100 WHERE seq = 3`.execute(store.db)
  expect(await audit.findBreak(store.db)).toBe(3)
})

test('the act is told to the call that is running', async () => {
  const { store } = await tempStore()
  const audit = newAudit()
  const seen = new Set<never>() as Set<string>
  await auditedActions.run(seen as never, () => store.write((trx) => audit.append(trx, { action: 'person.add' })))
  expect([...seen]).toEqual(['person.add'])
})
