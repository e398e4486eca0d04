/**
 * The audit log: one row an act, chained by HMAC-SHA256, appended in the transaction of the act itself. `meta` holds ids,
 * counts and codes only. Rows are never changed or removed; the store's triggers refuse it.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Action } from '#contract/actions.ts'
import type { AuditTable, Tables } from './tables.ts'

export interface AuditAct {
  readonly action: Action
  readonly objectId?: string
  readonly meta?: Readonly<Record<string, string | number>>
}

/** The actions audited by the call now running; the router opens it and asserts on it. */
export const auditedActions = new AsyncLocalStorage<Set<Action>>()

export interface AuditHead {
  readonly seq: number
  readonly mac: Uint8Array
}

export interface AuditDeps {
  /** 32 bytes; zeroed by whoever owns it. */
  readonly key: Uint8Array
  readonly bootId: string
  readonly actor: string
  readonly now: () => string
}

export type Audit = ReturnType<typeof createAudit>

export function createAudit({ key, bootId, actor, now }: AuditDeps) {
  return {
    async append(trx: Transaction<Tables>, { action, objectId, meta = {} }: AuditAct): Promise<void> {
      const head = await findAuditHead(trx)
      const row = {
        seq: head.seq + 1,
        at: now(),
        bootId,
        actor,
        action,
        objectId: objectId ?? null,
        meta: JSON.stringify(meta),
        prev: head.mac,
      }
      await trx
        .insertInto('audit')
        .values({ ...row, mac: macOf(key, row) })
        .execute()
      auditedActions.getStore()?.add(action)
    },

    /** The first sequence number at which the chain does not hold, or undefined. */
    async findBreak(db: Kysely<Tables>): Promise<number | undefined> {
      let head: AuditHead = genesis
      for (;;) {
        const rows = await db
          .selectFrom('audit')
          .selectAll()
          .where('seq', '>', head.seq)
          .orderBy('seq')
          .limit(1000)
          .execute()
        for (const row of rows) {
          const holds = row.seq === head.seq + 1 && equal(row.prev, head.mac) && equal(row.mac, macOf(key, row))
          if (!holds) return head.seq + 1
          head = { seq: row.seq, mac: row.mac }
        }
        if (rows.length === 0) return undefined
      }
    },
  }
}

const genesis: AuditHead = { seq: 0, mac: new Uint8Array(32) }

export async function findAuditHead(db: Kysely<Tables>): Promise<AuditHead> {
  return (
    (await db.selectFrom('audit').select(['seq', 'mac']).orderBy('seq', 'desc').limit(1).executeTakeFirst()) ?? genesis
  )
}

export const findAuditMac = async (db: Kysely<Tables>, seq: number): Promise<Uint8Array | undefined> =>
  seq === 0 ? genesis.mac : (await db.selectFrom('audit').select('mac').where('seq', '=', seq).executeTakeFirst())?.mac

function macOf(key: Uint8Array, row: Omit<AuditTable, 'mac'>): Uint8Array {
  const canonical = JSON.stringify([row.seq, row.at, row.bootId, row.actor, row.action, row.objectId, row.meta])
  return createHmac('sha256', key).update(canonical).update('|').update(row.prev).digest()
}

const equal = (a: Uint8Array, b: Uint8Array) => a.length === b.length && timingSafeEqual(a, b)
